import {
  type CheckResult,
  type Issue,
  JeonboError,
  type OutboundMessage,
  render,
} from '@jeonbo/core';
import { checkAd } from '@jeonbo/core/text';
import { isKorean } from './address.ts';
import { checkParts, type Parts } from './check-parts.ts';
import { requireSender } from './check-sender.ts';
import type { Sender } from './settings.ts';

/** Recipients of one send; more go by `sendMany`. */
const maxRecipients = 1000;

/** Checks a message in the vocabulary that all providers share. */
export function checkOutbound(message: OutboundMessage, sender: Sender): CheckResult {
  const { to, media = [] } = message;
  const { recipients, texts, issues } = readRecipients(message);
  issues.push(
    ...checkCount(to.length),
    ...requireSender(sender.from, sender.messagingServiceSid),
    ...(message.subject === undefined ? [] : [noSubject]),
  );
  if (message.purpose === 'ad')
    for (const [text, korean] of texts) if (korean) issues.push(...checkKoreanAd(text, message));
  if (texts.size === 0) texts.set(message.text, false);
  // Media may go without a text.
  if (media.length > 0) texts.delete('');
  const parts: Parts = {
    texts: [...texts].map(([text, korean]) => ({ text, korean })),
    korean: recipients.some(({ address }) => isKorean(address)),
    media,
    from: sender.from,
    messagingServiceSid: sender.messagingServiceSid,
    recipients,
    sendAt: message.scheduleAt,
    names: { text: 'text', media: 'media', sendAt: 'scheduleAt' },
  };
  return checkParts(parts, issues);
}

const noSubject: Issue = {
  code: 'NOT_SUPPORTED',
  field: 'subject',
  message: 'Twilio has no subjects; put it into the text.',
};

/** Whom it goes to, each text that would leave with whether it goes to Korea, and what is wrong with either. */
function readRecipients({ to, text }: OutboundMessage) {
  const recipients: { address: string; field: string }[] = [];
  const texts = new Map<string, boolean>();
  const issues: Issue[] = [];
  for (const [index, recipient] of to.entries()) {
    if (recipient === 'me' || !('phoneNumber' in recipient)) {
      const message = 'Twilio sends to phone numbers only; give phoneNumber.';
      issues.push({ code: 'NOT_SUPPORTED', field: `to[${index}]`, message });
      continue;
    }
    const { phoneNumber: address, variables } = recipient;
    recipients.push({ address, field: `to[${index}].phoneNumber` });
    try {
      const filled = render(text, variables);
      texts.set(filled, texts.get(filled) || isKorean(address));
    } catch (error) {
      if (!JeonboError.is(error)) throw error;
      issues.push({ code: error.code, field: `to[${index}].variables`, message: error.message });
    }
  }
  return { recipients, texts, issues };
}

function checkCount(count: number): Issue[] {
  if (count >= 1 && count <= maxRecipients) return [];
  const message = `${count} recipients; 1 to ${maxRecipients} are allowed.`;
  const details = { count, limit: maxRecipients };
  return [{ code: 'INVALID_RECIPIENTS_COUNT', field: 'to', message, details }];
}

/** Korean rules hold for what goes to Korea. */
function checkKoreanAd(text: string, { scheduleAt, nightConsent }: OutboundMessage): Issue[] {
  return checkAd(text, { at: scheduleAt ?? new Date(), nightConsent: nightConsent ?? false });
}
