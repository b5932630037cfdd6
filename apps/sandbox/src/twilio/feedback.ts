import { invalidParameter } from './answers.ts';
import type { MessageRecord } from './record.ts';
import { messagesPath, rfc2822 } from './resource.ts';

const outcomes = ['confirmed', 'unconfirmed'];

/** `POST …/Messages/{Sid}/Feedback.json`: the app says that its user did, or did not, what the message was for. */
export function giveFeedback(record: MessageRecord, form: URLSearchParams, now: number): Response {
  const outcome = form.get('Outcome') ?? 'confirmed';
  if (!outcomes.includes(outcome)) throw invalidParameter('Outcome', outcomes.join(' or '));
  const { sid, accountSid } = record;
  return Response.json({
    account_sid: accountSid,
    date_created: rfc2822(now),
    date_updated: rfc2822(now),
    message_sid: sid,
    outcome,
    uri: `${messagesPath(accountSid)}/${sid}/Feedback.json`,
  });
}
