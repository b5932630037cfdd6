import { readCredentials } from './credentials.ts';
import { environment } from './environment.ts';
import { readBaseUrl } from './host.ts';
import type { TwilioClientOptions } from './types.ts';

/** Where each setting comes from. Read at first use, never at import: a key may be set late. */
export function readSettings(options: TwilioClientOptions) {
  return { ...readCredentials(options), baseUrl: () => readBaseUrl(options) };
}

export type Settings = ReturnType<typeof readSettings>;

/** Who sends: a number or the like, a messaging service, or a number of that service. */
export interface Sender {
  readonly from?: string | undefined;
  readonly messagingServiceSid?: string | undefined;
}

/** The first that names anyone: what was given, the defaults, the environment. They are never mixed. */
export function senderOf(given: Sender, defaults: Sender = {}): Sender {
  const named = [given, defaults].find((sender) => sender.from || sender.messagingServiceSid);
  return (
    named ?? {
      from: environment('TWILIO_PHONE_NUMBER'),
      messagingServiceSid: environment('TWILIO_MESSAGING_SERVICE_SID'),
    }
  );
}
