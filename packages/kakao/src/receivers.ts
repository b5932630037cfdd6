import { type BulkOptions, type Issue, JeonboError, sendInChunks } from '@jeonbo/core';
import type { HttpAnswer } from '@jeonbo/core/http';
import { isReceiversOwn } from './errors.ts';
import { provider } from './provider.ts';
import type { FriendsReceipt, ReceiverOutcome } from './types.ts';

/** One request's receivers. */
export interface Part {
  readonly uuids: readonly string[];
}

interface Answered {
  readonly receivers: readonly ReceiverOutcome[];
  readonly warnings?: readonly Issue[];
  readonly raw: unknown;
}

/** Requests under way at once. */
const concurrency = 4;

/**
 * Makes one request a part, and tells for each what became of its receivers. After an outcome that is unknown, or a
 * refusal that the next request would meet as well, nothing more is started: what was not tried is `CANCELED`.
 */
export async function sendInParts<P extends Part>(
  parts: readonly P[],
  send: (part: P) => Promise<Answered>,
): Promise<({ readonly part: P } & Answered)[]> {
  let stopped: JeonboError | undefined;
  const sendPart = async ([part]: readonly P[]): Promise<Answered> => {
    const { uuids } = part as P;
    if (stopped) return { receivers: allFailed(uuids, notTried(stopped)), raw: null };
    const answered = await withoutThrowing(uuids, () => send(part as P));
    stopped ??= answered.receivers.map(errorOf).find((error) => error && !isReceiversOwn(error));
    return answered;
  };
  const results: ({ readonly part: P } & Answered)[] = [];
  for await (const outcome of sendInChunks(parts, 1, sendPart, { concurrency })) {
    if (outcome.state !== 'accepted') throw outcome.error;
    const [part] = outcome.recipients;
    results.push({ part: part as P, ...outcome.receipt });
  }
  return results;
}

/** The options of a bulk send that counts receivers, not requests, and stops at a receiver whose outcome is unknown. */
export function countingReceivers({
  signal,
  onUnknown = 'stop',
  onProgress,
  ...rest
}: BulkOptions) {
  const progress = { accepted: 0, rejected: 0, unknown: 0 };
  const stop = new AbortController();
  return {
    options: {
      ...rest,
      signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
    },
    async send(uuids: readonly string[], request: () => Promise<Answered>): Promise<Answered> {
      const answered = await withoutThrowing(uuids, request);
      for (const { state } of answered.receivers) progress[state === 'sent' ? 'accepted' : state]++;
      onProgress?.({ ...progress });
      if (onUnknown === 'stop' && answered.receivers.some(({ state }) => state === 'unknown'))
        stop.abort();
      return answered;
    },
  };
}

/** What a whole request met is what each of its receivers met. */
async function withoutThrowing(
  uuids: readonly string[],
  request: () => Promise<Answered>,
): Promise<Answered> {
  try {
    return await request();
  } catch (cause) {
    const error = JeonboError.is(cause)
      ? cause
      : new JeonboError('INTERNAL_ERROR', 'The send failed in an unforeseen way.', {
          provider,
          mayHaveBeenSent: true,
          cause,
        });
    return { receivers: allFailed(uuids, error), raw: null };
  }
}

function allFailed(uuids: readonly string[], error: JeonboError): ReceiverOutcome[] {
  const state = error.mayHaveBeenSent ? 'unknown' : 'rejected';
  return uuids.map((uuid) => ({ uuid, state, error }));
}

export function outcomeOf(receivers: readonly ReceiverOutcome[]): FriendsReceipt['outcome'] {
  const sent = receivers.filter(({ state }) => state === 'sent').length;
  if (sent === 0) return 'none';
  return sent === receivers.length ? 'complete' : 'partial';
}

export function errorOf(outcome: ReceiverOutcome): JeonboError | undefined {
  return outcome.state === 'sent' ? undefined : outcome.error;
}

/** Kakao took the request and said nothing of this receiver. */
export function notNamed({ status, requestId }: HttpAnswer): JeonboError {
  return new JeonboError(
    'INVALID_RESPONSE',
    'kakao said nothing of this receiver. The message may have been sent; check before sending again.',
    { provider, status, requestId, mayHaveBeenSent: true },
  );
}

function notTried(cause: JeonboError): JeonboError {
  const message = `Not sent: an earlier part of this send ended with ${cause.code}.`;
  return new JeonboError('CANCELED', message, { provider, cause });
}
