import type { ProviderContext } from '../gateway/provider.ts';
import { TwilioRefusal } from './answers.ts';
import { checkContent, checkOptions, checkStatusCallback } from './check-content.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkSender, senderOfService } from './check-sender.ts';
import { newRecord } from './new-record.ts';
import type { TwilioParts } from './parts.ts';
import { putOnPhone } from './put-on-phone.ts';
import { messageResource } from './resource.ts';
import { scheduleTime } from './schedule-time.ts';

/** `POST …/Messages.json`: sends at once, or when `SendAt` has come. What a form holds beyond is not looked at. */
export function createMessage(
  accountSid: string,
  form: URLSearchParams,
  { host, tokens, state, scheduler }: TwilioParts,
  { clock, origin }: ProviderContext,
): Response {
  const account = tokens.account(accountSid);
  const to = form.get('To') ?? '';
  const from = form.get('From') ?? '';
  const service = form.get('MessagingServiceSid') ?? '';
  if (to === '') throw new TwilioRefusal(21604, "A 'To' phone number is required.");
  if (from === '' && service === '') {
    throw new TwilioRefusal(21603, "A 'From' phone number is required.");
  }
  const fallback = service === '' ? '' : senderOfService(service, account);
  const sender = from === '' ? fallback : checkSender(from, account);
  const recipient = checkRecipient(to, sender);
  const content = checkContent(form);
  checkOptions(form);
  const statusCallback = checkStatusCallback(form);
  const now = clock.now();
  const sendAt = service === '' ? null : scheduleTime(form, now);

  const status = sendAt !== null ? 'scheduled' : service !== '' ? 'accepted' : 'queued';
  const record = state.add(
    newRecord(
      {
        accountSid,
        direction: 'outbound-api',
        from: sender,
        to: recipient,
        status,
        messagingServiceSid: service || null,
        sendAt,
        statusCallback,
        origin,
      },
      content,
      now,
    ),
  );
  if (sendAt === null) putOnPhone(record, state, host);
  else scheduler.start(record.sid, sendAt);
  return Response.json(messageResource(record), { status: 201 });
}
