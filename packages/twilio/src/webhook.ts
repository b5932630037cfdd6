import type { MessageStatus } from './message-types.ts';

/** The form that Twilio posts: as a framework parsed it, or as `URLSearchParams` or `FormData`. */
export type WebhookParams =
  | Readonly<Record<string, unknown>>
  | Iterable<readonly [string, unknown]>;

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export interface StatusCallback {
  readonly messageSid: string;
  readonly status: MessageStatus;
  readonly accountSid: string | null;
  readonly messagingServiceSid: string | null;
  readonly to: string | null;
  readonly from: string | null;
  /** Where it failed: https://www.twilio.com/docs/api/errors */
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  /** Everything that came, by Twilio's names. */
  readonly params: Readonly<Record<string, string>>;
}

export interface InboundMedia {
  readonly url: string;
  readonly contentType: string | null;
}

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
export interface InboundMessage {
  readonly messageSid: string;
  readonly accountSid: string | null;
  readonly messagingServiceSid: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly body: string;
  readonly numSegments: number | null;
  readonly media: readonly InboundMedia[];
  /** `STOP`, `START` or `HELP`, where a messaging service reads these words. */
  readonly optOutType: string | null;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Reads what Twilio posts to a `statusCallback`. Check the signature first.
 *
 * @returns `null` where it is no status callback
 * @example parseStatusCallback(await request.formData())?.status // 'delivered'
 */
export function parseStatusCallback(given: WebhookParams): StatusCallback | null {
  const params = firstValues(given);
  const messageSid = params.MessageSid || params.SmsSid;
  const status = params.MessageStatus || params.SmsStatus;
  // An inbound message has a status too, `received`, and a body.
  if (!messageSid || !status || params.Body !== undefined) return null;
  return {
    messageSid,
    status,
    ...parties(params),
    errorCode: numberOf(params.ErrorCode),
    errorMessage: params.ErrorMessage || null,
    params,
  };
}

/**
 * Reads a message that somebody sent to your number. Check the signature first.
 *
 * @returns `null` where it is none
 */
export function parseInboundMessage(given: WebhookParams): InboundMessage | null {
  const params = firstValues(given);
  const messageSid = params.MessageSid || params.SmsSid;
  if (!messageSid || params.Body === undefined) return null;
  const count = numberOf(params.NumMedia) ?? 0;
  const media: InboundMedia[] = [];
  for (let index = 0; index < count; index++) {
    const url = params[`MediaUrl${index}`];
    // Ends at the first gap, whatever the number says.
    if (!url) break;
    media.push({ url, contentType: params[`MediaContentType${index}`] || null });
  }
  return {
    messageSid,
    ...parties(params),
    body: params.Body,
    numSegments: numberOf(params.NumSegments),
    media,
    optOutType: params.OptOutType || null,
    params,
  };
}

function parties(params: Readonly<Record<string, string>>) {
  return {
    accountSid: params.AccountSid || null,
    messagingServiceSid: params.MessagingServiceSid || null,
    to: params.To || null,
    from: params.From || null,
  };
}

function firstValues(params: WebhookParams): Record<string, string> {
  const entries = [...valuesByName(params)].map(([name, [value = '']]) => [name, value]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Every value of each name, in order; `undefined` is no value. */
export function valuesByName(params: WebhookParams): Map<string, string[]> {
  const entries = (
    Symbol.iterator in params
      ? [...(params as Iterable<[string, unknown]>)]
      : Object.entries(params)
  ) as [string, unknown][];
  const found = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = [value].flat().filter((one) => one !== undefined);
    found.set(name, [...(found.get(name) ?? []), ...values.map(String)]);
  }
  return found;
}

function numberOf(text: string | undefined): number | null {
  return text && Number.isFinite(Number(text)) ? Number(text) : null;
}
