import { baasContext, missingBaasSettings } from '@jeonbo/server';
import { baasToolset } from '@jeonbo/tools';
import { createMessagingServer } from '../messaging-server.ts';
import { prepareServer } from '../prepare-server.ts';
import type { MessagingServer, ServerOptions } from '../types.ts';

/**
 * The server `jeonbo-mcp baas`, for a program that embeds it.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 * @example
 * const server = createBaasServer({ environment: { ...process.env, JEONBO_DRY_RUN: '1' } });
 * await server.serve({ input: process.stdin, output: process.stdout });
 */
export function createBaasServer(options: ServerOptions = {}): MessagingServer {
  const prepared = prepareServer(options);
  const { environment, language, log, store, common } = prepared;
  for (const missing of missingBaasSettings(environment, language))
    log.warn('setting missing', missing);
  const context = baasContext(common, prepared);
  const toolset = baasToolset(common.guard);
  return createMessagingServer({ name: 'baas', toolset, context, store, log });
}
