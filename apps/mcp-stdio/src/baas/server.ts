import { type BaasContext, baasToolset } from '@jeonbo/tools';
import { createMessagingServer } from '../messaging-server.ts';
import { prepareServer } from '../prepare-server.ts';
import type { MessagingServer, ServerOptions } from '../types.ts';
import { createClient } from './client.ts';
import { missingSettings } from './where-to-get.ts';

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
  for (const missing of missingSettings(environment, language))
    log.warn('setting missing', missing);
  const context: BaasContext = {
    ...common,
    baas: createClient(prepared),
    needsProject: environment.BAAS_PROFILE !== 'v2',
  };
  const toolset = baasToolset(common.guard);
  return createMessagingServer({ name: 'baas', toolset, context, store, log });
}
