import type { CallOptions } from '@jeonbo/core';
import { addressFilter } from './address.ts';
import { readMessage, readPage } from './answers.ts';
import type { Message, MessageChange, MessageFilter } from './message-types.ts';
import { dateFilter, listPages } from './pages.ts';
import { invalid } from './provider.ts';
import { requiredSid } from './sid.ts';
import type { Transport } from './transport.ts';

/** `GET …/Messages/{Sid}.json` */
export async function fetchMessage(
  transport: Transport,
  sid: string,
  call?: CallOptions,
): Promise<Message> {
  const path = pathOf(transport, sid);
  return transport.request({ method: 'GET', path, safety: 'read' }, readMessage, call);
}

/** `GET …/Messages.json`, page by page. */
export async function* listMessages(
  transport: Transport,
  filter: MessageFilter = {},
  call?: CallOptions,
): AsyncGenerator<Message, void, undefined> {
  const { to, from, dateSent, dateSentBefore, dateSentAfter, limit, pageSize } = filter;
  yield* listPages(
    transport,
    {
      path: transport.path('/Messages.json'),
      query: {
        To: addressFilter(to),
        From: addressFilter(from),
        DateSent: dateFilter(dateSent, 'dateSent'),
        'DateSent<': dateFilter(dateSentBefore, 'dateSentBefore'),
        'DateSent>': dateFilter(dateSentAfter, 'dateSentAfter'),
      },
      limit,
      pageSize,
      read: (json) => readPage(json, 'messages', readMessage),
    },
    call,
  );
}

/** `POST …/Messages/{Sid}.json`: an empty body redacts, `canceled` cancels. There is nothing else to change. */
export async function updateMessage(
  transport: Transport,
  sid: string,
  { body, status }: MessageChange,
  call?: CallOptions,
): Promise<Message> {
  if (body === undefined && status === undefined)
    throw invalid('body', "Give body: '' to redact or status: 'canceled' to cancel.");
  if (body !== undefined && body !== '')
    throw invalid('body', 'A text can be emptied, not changed.');
  if (status !== undefined && status !== 'canceled')
    throw invalid('status', "status can become 'canceled' only.");
  const form = new URLSearchParams();
  if (body !== undefined) form.set('Body', body);
  if (status !== undefined) form.set('Status', status);
  const path = pathOf(transport, sid);
  return transport.request({ method: 'POST', path, safety: 'write', form }, readMessage, call);
}

/** `DELETE …/Messages/{Sid}.json`: 204. */
export async function deleteMessage(
  transport: Transport,
  sid: string,
  call?: CallOptions,
): Promise<void> {
  const path = pathOf(transport, sid);
  await transport.request({ method: 'DELETE', path, safety: 'write' }, () => true, call);
}

function pathOf(transport: Transport, sid: string): string {
  return transport.path(`/Messages/${requiredSid('message', sid, 'sid')}.json`);
}
