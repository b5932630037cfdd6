import type { ToolContext, TwilioContext } from '@jeonbo/tools';
import type { ClientParts } from '../client-parts.ts';
import { createClient } from './client.ts';

/** What the tools of `twilio` work with, by the settings of one environment. */
export function twilioContext(common: ToolContext, parts: ClientParts): TwilioContext {
  const { environment } = parts;
  const { TWILIO_PHONE_NUMBER: from, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } =
    environment;
  const { NOTIFICATION_PHONE: notificationPhone, JEONBO_ALERT_TITLE: alertTitle } = environment;
  return {
    ...common,
    twilio: createClient(parts),
    sender: { ...(from && { from }), ...(messagingServiceSid && { messagingServiceSid }) },
    ...(notificationPhone && { notificationPhone }),
    ...(alertTitle && { alertTitle }),
  };
}
