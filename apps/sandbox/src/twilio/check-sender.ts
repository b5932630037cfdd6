import { isE164 } from '@jeonbo/core/phone';
import type { TwilioAccount } from '../seed/seed.ts';
import { TwilioRefusal } from './answers.ts';
import { defaultSender } from './tokens.ts';

const shortCode = /^\d{3,8}$/;
const alphanumeric = /^(?=.*[A-Za-z])[A-Za-z\d +_&-]{1,11}$/;

// https://www.twilio.com/docs/iam/test-credentials#test-sms-messages-parameters-From
const testNumbers: Readonly<Record<string, (from: string) => TwilioRefusal>> = {
  '+15005550001': invalid,
  '+15005550007': unusable,
  '+15005550008': (from) =>
    new TwilioRefusal(
      21611,
      `This 'From' number ${from} has exceeded the maximum number of queued messages`,
    ),
};

/** A number, a short code or a name, which is the account's own where the seed lists what it owns. */
export function checkSender(given: string, account: TwilioAccount | undefined): string {
  const compact = given.replace(/[\s().-]/g, '');
  const from = isE164(compact) ? compact : given.trim();
  if (!isE164(from) && !shortCode.test(from) && !alphanumeric.test(from)) throw invalid(given);
  const refuse = testNumbers[from];
  if (refuse !== undefined) throw refuse(from);
  const owned = account?.phoneNumbers;
  if (owned !== undefined && from !== defaultSender && !owned.includes(from)) throw unusable(from);
  return from;
}

/** The sender that a messaging service picks. */
export function senderOfService(sid: string, account: TwilioAccount | undefined): string {
  if (!/^MG[\da-f]{32}$/i.test(sid)) {
    throw new TwilioRefusal(21705, `The Messaging Service Sid ${sid} is invalid.`);
  }
  const service = account?.messagingServices?.find((candidate) => candidate.sid === sid);
  if (account?.messagingServices !== undefined && service === undefined) {
    throw new TwilioRefusal(21701, `The Messaging Service ${sid} does not exist.`);
  }
  const senders = service?.senders ?? account?.phoneNumbers ?? [defaultSender];
  const [first] = senders;
  if (first === undefined) {
    throw new TwilioRefusal(
      21703,
      'The Messaging Service does not have a phone number available to send a message.',
    );
  }
  return first;
}

function invalid(from: string): TwilioRefusal {
  return new TwilioRefusal(
    21212,
    `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
  );
}

function unusable(from: string): TwilioRefusal {
  return new TwilioRefusal(
    21606,
    `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`,
  );
}
