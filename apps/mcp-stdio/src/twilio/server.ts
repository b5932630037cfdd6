import { type TwilioContext, twilioToolset } from '@jeonbo/tools';
import { createMessagingServer } from '../messaging-server.ts';
import { prepareServer } from '../prepare-server.ts';
import type { MessagingServer, ServerOptions } from '../types.ts';
import { createClient } from './client.ts';
import { missingSettings } from './where-to-get.ts';

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
  for (const missing of missingSettings(environment, language))
    log.warn('setting missing', missing);
  const { TWILIO_PHONE_NUMBER: from, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } =
    environment;
  const { NOTIFICATION_PHONE: notificationPhone, JEONBO_ALERT_TITLE: alertTitle } = environment;
  const context: TwilioContext = {
    ...common,
    twilio: createClient(prepared),
    sender: { ...(from && { from }), ...(messagingServiceSid && { messagingServiceSid }) },
    ...(notificationPhone && { notificationPhone }),
    ...(alertTitle && { alertTitle }),
  };
  const toolset = twilioToolset(common.guard);
  return createMessagingServer({ name: 'twilio', toolset, context, store, log });
}
