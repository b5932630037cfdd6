import { type CallOptions, issuesError } from '@jeonbo/core';
import type { HttpAnswer } from '@jeonbo/core/http';
import { refused } from '@jeonbo/core/http';
import { type FriendsAnswer, readMemo, readSendToFriends } from './answers.ts';
import { checkContent } from './check.ts';
import { contentForm, kindOf, sendPath } from './content-form.ts';
import type { KakaoContent } from './content-types.ts';
import { problemOf } from './errors.ts';
import { provider } from './provider.ts';
import { notNamed } from './receivers.ts';
import type { Transport } from './transport.ts';
import type { MemoReceipt, ReceiverOutcome } from './types.ts';

/** `POST /v2/api/talk/memo/…send`: to the person's own chat. */
export async function sendMemo(
  transport: Transport,
  content: KakaoContent,
  call?: CallOptions,
): Promise<MemoReceipt> {
  const { errors, warnings } = checkContent(content);
  if (errors.length > 0) throw issuesError(errors, provider);
  const path = sendPath('/v2/api/talk/memo', kindOf(content));
  const form = contentForm(content);
  const { raw } = await transport.request(
    { method: 'POST', path, safety: 'send', form },
    readMemo,
    call,
  );
  return { warnings, raw };
}

/** `POST /v1/api/talk/friends/message/…send`: one request, and what became of each receiver. */
export function sendToFriends(
  transport: Transport,
  uuids: readonly string[],
  content: KakaoContent,
  call?: CallOptions,
): Promise<{ readonly receivers: readonly ReceiverOutcome[]; readonly raw: unknown }> {
  const path = sendPath('/v1/api/talk/friends/message', kindOf(content));
  const form = contentForm(content);
  form.set('receiver_uuids', JSON.stringify(uuids));
  return transport.request(
    { method: 'POST', path, safety: 'send', form },
    (json, answer) => {
      const read = readSendToFriends(json);
      return read && { receivers: outcomesOf(uuids, read, answer), raw: json };
    },
    call,
  );
}

function outcomesOf(
  uuids: readonly string[],
  { sent, failures }: FriendsAnswer,
  answer: HttpAnswer,
): ReceiverOutcome[] {
  return uuids.map((uuid): ReceiverOutcome => {
    // First of all: who is named in both lists must not be sent to again.
    if (sent.includes(uuid)) return { uuid, state: 'sent' };
    const failure = failures.find(({ uuids }) => uuids.length === 0 || uuids.includes(uuid));
    if (!failure) return { uuid, state: 'unknown', error: notNamed(answer) };
    const problem = problemOf(failure.code, failure.message, answer.status);
    const error = refused(provider, 'send', answer, () => problem);
    return { uuid, state: error.mayHaveBeenSent ? 'unknown' : 'rejected', error };
  });
}
