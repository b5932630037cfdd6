import { type Issue, JeonboError, sendInChunks } from '@jeonbo/core';
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

/** Receivers that Kakao takes in one request. */
export const maxReceivers = 5;

/** Requests under way at once. */
const concurrency = 4;

export function inFives(uuids: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < uuids.length; start += maxReceivers)
    chunks.push(uuids.slice(start, start + maxReceivers));
  return chunks;
}

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
    const answered = await answerOf(uuids, () => send(part as P));
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

/** What a whole request met is what each of its receivers met. */
export async function answerOf(
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

/** Each with the error that its receipt tells of this one, where it tells. */
function allFailed(uuids: readonly string[], whole: JeonboError): ReceiverOutcome[] {
  const { unknown = [], rejected = [] } = whole.receipt ?? {};
  const told = new Map(
    [...unknown, ...rejected].flatMap(({ recipient, error }) =>
      typeof recipient === 'object' && 'kakaoUuid' in recipient
        ? [[recipient.kakaoUuid, error] as const]
        : [],
    ),
  );
  return uuids.map((uuid) => {
    const error = told.get(uuid) ?? whole;
    return { uuid, state: error.mayHaveBeenSent ? 'unknown' : 'rejected', error };
  });
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
