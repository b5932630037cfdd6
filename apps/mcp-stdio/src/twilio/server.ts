import { missingTwilioSettings, twilioContext } from '@jeonbo/server';
import { twilioToolset } from '@jeonbo/tools';
import { createMessagingServer } from '../messaging-server.ts';
import { prepareServer } from '../prepare-server.ts';
import type { MessagingServer, ServerOptions } from '../types.ts';

/**
 * The server `jeonbo-mcp twilio`, for a program that embeds it.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 * @example
 * const server = createTwilioServer({ environment: { ...process.env, JEONBO_DRY_RUN: '1' } });
 * await server.serve({ input: process.stdin, output: process.stdout });
 */
export function createTwilioServer(options: ServerOptions = {}): MessagingServer {
  const prepared = prepareServer(options);
  const { environment, language, log, store, common } = prepared;
  for (const missing of missingTwilioSettings(environment, language))
    log.warn('setting missing', missing);
  const context = twilioContext(common, prepared);
  const toolset = twilioToolset(common.guard);
  return createMessagingServer({ name: 'twilio', toolset, context, store, log });
}
