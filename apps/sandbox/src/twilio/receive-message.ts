import { isE164 } from '@jeonbo/core/phone';
import { problem, readJson } from '../control/answers.ts';
import { newRecord } from './new-record.ts';
import { parseInbound } from './parse-inbound.ts';
import type { TwimlMessage } from './parse-twiml.ts';
import { parseTwiml, TwimlError } from './parse-twiml.ts';
import type { TwilioParts } from './parts.ts';
import { isWebAddress, postWebhook, reasonOf } from './post-webhook.ts';
import { putOnPhone } from './put-on-phone.ts';
import type { MessageRecord } from './record.ts';
import { apiVersion } from './resource.ts';

/** Twilio reads no more of an answer. */
const mostCharacters = 64 * 1024;
const noOrigin = { exchangeId: 0, fault: null };

/** `POST /_sandbox/twilio/inbound`: someone writes to the app, and what the app answers goes to their phone. */
export async function receiveMessage(request: Request, parts: TwilioParts): Promise<Response> {
  const { host, tokens, state } = parts;
  const { from, to, url, ...content } = parseInbound(await readJson(request));
  const accountSid = tokens.ownerOf(to);
  const record = state.add(
    newRecord(
      { accountSid, direction: 'inbound', from, to, status: 'received', origin: noOrigin },
      content,
      host.clock.now(),
    ),
  );
  state.update(record.sid, { sentAt: record.createdAt });
  try {
    const token = tokens.tokenOf(accountSid);
    const answer = await postWebhook(url, formOf(record), token, host.closing);
    const replies = await repliesOf(answer);
    const sids = replies.map((reply) => sendReply(reply, record, parts));
    return Response.json(
      { sid: record.sid, status: answer.status, replies: sids },
      { status: 201 },
    );
  } catch (error) {
    if (error instanceof TwimlError) return problem(502, 'INVALID_TWIML', error.message);
    return problem(502, 'NO_ANSWER', `${url} did not answer: ${reasonOf(error)}`);
  }
}

function formOf({ sid, accountSid, from, to, body, media, segments }: MessageRecord) {
  const form: Record<string, string> = {
    AccountSid: accountSid,
    ApiVersion: apiVersion,
    Body: body,
    From: from,
    MessageSid: sid,
    NumMedia: String(media.length),
    NumSegments: String(segments),
    SmsMessageSid: sid,
    SmsSid: sid,
    SmsStatus: 'received',
    To: to,
  };
  media.forEach(({ url, contentType }, index) => {
    form[`MediaUrl${index}`] = url;
    form[`MediaContentType${index}`] = contentType;
  });
  return form;
}

/** TwiML holds replies; plain text is one; an error or an empty answer is none. */
async function repliesOf(answer: Response): Promise<TwimlMessage[]> {
  const text = (await answer.text()).slice(0, mostCharacters);
  if (!answer.ok || text.trim() === '') return [];
  if (answer.headers.get('content-type')?.startsWith('text/plain')) {
    return [{ to: '', body: text, mediaUrls: [] }];
  }
  const replies = parseTwiml(text).filter(
    ({ body, mediaUrls }) => body !== '' || mediaUrls.length > 0,
  );
  const wrong = replies.find(({ to }) => to !== '' && !isE164(to));
  if (wrong !== undefined) throw new TwimlError(`14101: Invalid To attribute ${wrong.to}`);
  return replies;
}

function sendReply(
  reply: TwimlMessage,
  inbound: MessageRecord,
  { host, state }: TwilioParts,
): string {
  const record = state.add(
    newRecord(
      {
        accountSid: inbound.accountSid,
        direction: 'outbound-reply',
        from: inbound.to,
        to: reply.to || inbound.from,
        status: 'queued',
        origin: noOrigin,
      },
      { body: reply.body, mediaUrls: reply.mediaUrls.filter(isWebAddress) },
      host.clock.now(),
    ),
  );
  putOnPhone(record, state, host);
  return record.sid;
}
