import { isE164, parsePhoneNumber } from '@jeonbo/core/phone';
import { TwilioRefusal } from './answers.ts';

type Refuse = (to: string, from: string) => TwilioRefusal;

// https://www.twilio.com/docs/iam/test-credentials#test-sms-messages-parameters-To
const testNumbers: Readonly<Record<string, Refuse>> = {
  '+15005550001': invalid,
  '+15005550002': unroutable,
  '+15005550003': (to) =>
    new TwilioRefusal(
      21408,
      `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}`,
    ),
  '+15005550004': () => new TwilioRefusal(21610, 'Attempt to send to unsubscribed recipient'),
  '+15005550009': notMobile,
};

/** The number in E.164, or a refusal. Stricter than Twilio, which guesses: here a number starts with its plus. */
export function checkRecipient(given: string, from: string): string {
  const to = given.replace(/[\s().-]/g, '');
  if (!isE164(to) || to.length < 8) throw invalid(given);
  const refuse = testNumbers[to];
  if (refuse !== undefined) throw refuse(to, from);
  if (to === from) throw new TwilioRefusal(21266, "'To' and 'From' number cannot be the same");
  if (to.startsWith('+82')) checkKorean(to, from);
  return to;
}

/** Korea takes no landlines and no senders with letters (https://www.twilio.com/en-us/guidelines/kr/sms). */
function checkKorean(to: string, from: string): void {
  const parsed = parsePhoneNumber(to);
  if (parsed === null) throw invalid(to);
  if (parsed.kind !== 'mobile') throw notMobile(to);
  if (/[a-z]/i.test(from)) throw unroutable(to, from);
}

function invalid(to: string): TwilioRefusal {
  return new TwilioRefusal(21211, `The 'To' number ${to} is not a valid phone number.`);
}

function unroutable(to: string, from: string): TwilioRefusal {
  return new TwilioRefusal(
    21612,
    `The 'To' phone number: ${to}, is not currently reachable using the 'From' phone number: ${from} via SMS.`,
  );
}

function notMobile(to: string): TwilioRefusal {
  return new TwilioRefusal(21614, `To number: ${to}, is not a mobile number`);
}
