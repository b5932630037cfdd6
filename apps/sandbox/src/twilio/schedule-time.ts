import { TwilioRefusal } from './answers.ts';

const leastMs = 15 * 60_000;
const mostMs = 35 * 24 * 60 * 60_000;
const iso8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * When a message of a messaging service leaves; `null`: at once. Without a service nobody asks here: Twilio drops
 * `SendAt` without a word and sends at once (https://www.twilio.com/docs/messaging/features/message-scheduling).
 */
export function scheduleTime(form: URLSearchParams, now: number): number | null {
  const type = form.get('ScheduleType') ?? '';
  const sendAt = form.get('SendAt') ?? '';
  if (type === '' && sendAt === '') return null;
  if (type !== 'fixed') {
    throw new TwilioRefusal(
      35126,
      "The ScheduleType value provided is not supported: it must be 'fixed'",
    );
  }
  if (sendAt === '') throw new TwilioRefusal(35111, 'SendAt timestamp is missing');
  const time = iso8601.test(sendAt) ? Date.parse(sendAt) : Number.NaN;
  // Not a number is outside of every span.
  if (!(time - now >= leastMs && time - now <= mostMs)) {
    throw new TwilioRefusal(
      35114,
      'SendAt time must be between 900 seconds and 35 days (3024000 seconds) in the future, inclusive',
    );
  }
  return time;
}
