import type { Issue } from '@jeonbo/core';
import { isAlphanumericSender, senderAddress } from './address.ts';
import { isSid, sidForm } from './sid.ts';

interface SenderParts {
  readonly from: string | undefined;
  readonly messagingServiceSid: string | undefined;
  readonly korean: boolean;
}

/** Whether Twilio takes the sender. That it is yours cannot be seen from here. */
export function checkSender({ from, messagingServiceSid, korean }: SenderParts): Issue[] {
  const issues: Issue[] = [];
  if (from !== undefined && !senderAddress(from))
    issues.push(
      wrongSender('from is no sender; right is +14155550123, a short code or up to 11 letters.'),
    );
  // https://www.twilio.com/en-us/guidelines/kr/sms
  else if (from !== undefined && korean && isAlphanumericSender(from))
    issues.push(wrongSender('Korea takes numeric senders only.'));
  if (messagingServiceSid !== undefined && !isSid('MG', messagingServiceSid))
    issues.push({
      code: 'VALIDATION_ERROR',
      field: 'messagingServiceSid',
      message: `messagingServiceSid must be ${sidForm('MG')}.`,
    });
  return issues;
}

/** For what is about to leave: Twilio needs one of both. */
export function requireSender(from: string | undefined, service: string | undefined): Issue[] {
  if (from || service) return [];
  return [
    wrongSender(
      'Give from or messagingServiceSid, or set TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID.',
    ),
  ];
}

function wrongSender(message: string): Issue {
  return { code: 'INVALID_CALLBACK_NUMBER', field: 'from', message };
}
