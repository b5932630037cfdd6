import type { CheckResult, Issue } from '@jeonbo/core';
import { isKorean } from './address.ts';
import { checkFields } from './check-fields.ts';
import { checkParts, type Parts } from './check-parts.ts';
import { requireSender } from './check-sender.ts';
import type { MessageInput } from './message-types.ts';
import type { TwilioCheckInput } from './types.ts';

/** Checks what is sent in Twilio's vocabulary; what is left out is not missed, except for something to send. */
export function checkMessage(input: TwilioCheckInput): CheckResult {
  return checkNative(input, []);
}

/** The same for what is about to leave: Twilio needs a sender. */
export function checkCreate(input: MessageInput): CheckResult {
  return checkNative(input, requireSender(input.from, input.messagingServiceSid));
}

function checkNative(input: TwilioCheckInput, found: readonly Issue[]): CheckResult {
  const { to, body, mediaUrl = [], contentSid } = input;
  const recipients =
    typeof to === 'string'
      ? [{ address: to, field: 'to' }]
      : (to ?? []).map((address, index) => ({ address, field: `to[${index}]` }));
  const korean = recipients.some(({ address }) => isKorean(address));
  const hasMore = mediaUrl.length > 0 || contentSid !== undefined;
  const parts: Parts = {
    texts: body || !hasMore ? [{ text: body ?? '', korean }] : [],
    korean,
    media: mediaUrl,
    from: input.from,
    messagingServiceSid: input.messagingServiceSid,
    recipients,
    sendAt: input.sendAt,
    names: { text: 'body', media: 'mediaUrl', sendAt: 'sendAt' },
  };
  return checkParts(parts, [...found, ...checkFields(input)]);
}
