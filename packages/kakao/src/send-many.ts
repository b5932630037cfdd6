import { issuesError, type JeonboError, sendInChunks } from '@jeonbo/core';
import { checkContent, checkReceivers } from './check.ts';
import { isReceiversOwn } from './errors.ts';
import { provider } from './provider.ts';
import { answerOf, errorOf, maxReceivers, outcomeOf } from './receivers.ts';
import { sendToFriends } from './send.ts';
import type { Transport } from './transport.ts';
import type { SendManyOptions, SendManyOutcome } from './types.ts';

/**
 * Any number of friends, in constant memory. Progress counts receivers. One of unknown outcome stops the rest, and so
 * does a refusal that everybody after would meet as well: a login, a consent, the sender's or the app's quota.
 */
export async function* sendMany(
  transport: Transport,
  receivers: Iterable<string> | AsyncIterable<string>,
  { concurrency, onUnknown = 'stop', onProgress, signal, ...content }: SendManyOptions,
): AsyncGenerator<SendManyOutcome, void, undefined> {
  const { errors, warnings } = checkContent(content);
  if (errors.length > 0) throw issuesError(errors, provider);
  const call = signal ? { signal } : {};
  const progress = { accepted: 0, rejected: 0, unknown: 0 };
  // No more requests; those under way keep the caller's signal.
  const stop = new AbortController();

  const send = async (chunk: readonly string[]) => {
    const uuids = [...new Set(chunk)];
    const answered = await answerOf(uuids, async () => {
      const wrong = checkReceivers(uuids);
      if (wrong.length > 0) throw issuesError(wrong, provider);
      return sendToFriends(transport, uuids, content, call);
    });
    for (const { state } of answered.receivers) progress[state === 'sent' ? 'accepted' : state]++;
    if (answered.receivers.map(errorOf).some((error) => error && stopsAt(error, onUnknown)))
      stop.abort();
    onProgress?.({ ...progress });
    return answered.receivers;
  };
  const signals = [stop.signal, ...(signal ? [signal] : [])];
  const options = { concurrency, signal: AbortSignal.any(signals) };
  for await (const chunk of sendInChunks(receivers, maxReceivers, send, options)) {
    if (chunk.state !== 'accepted') throw chunk.error;
    const { offset, receipt } = chunk;
    yield { offset, outcome: outcomeOf(receipt), receivers: receipt, warnings };
  }
}

function stopsAt(error: JeonboError, onUnknown: SendManyOptions['onUnknown']): boolean {
  if (error.mayHaveBeenSent) return onUnknown === 'stop';
  // A name that is none was not sent to, and says nothing of the next.
  return !isReceiversOwn(error) && error.code !== 'VALIDATION_ERROR';
}
