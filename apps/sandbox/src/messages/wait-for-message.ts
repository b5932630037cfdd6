import type { Clock } from '../clock.ts';
import type { SandboxMessage } from '../contract.ts';
import type { MessageLog } from './message-log.ts';
import type { MessageQuery } from './query.ts';
import { messageMatcher, selectMessages } from './query.ts';

export interface WaitQuery extends Omit<MessageQuery, 'limit'> {
  /** How long to wait, in milliseconds. Default 5000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The newest message that matches, at once where it is there already; `undefined` after the time. */
export function nextMessage(
  log: MessageLog,
  clock: Clock,
  query: WaitQuery,
): Promise<SandboxMessage | undefined> {
  const there = selectMessages(log.all(), { ...query, limit: undefined }).at(-1);
  if (there !== undefined) return Promise.resolve(there);
  const matches = messageMatcher(query);
  return new Promise((resolve) => {
    const end = (message?: SandboxMessage) => {
      unsubscribe();
      cancel();
      query.signal?.removeEventListener('abort', stop);
      resolve(message);
    };
    const stop = () => end();
    const unsubscribe = log.subscribe((event) => {
      if (event.type === 'message' && matches(event.message)) end(event.message);
    });
    const cancel = clock.setTimer(stop, query.timeoutMs ?? 5000, { keepAlive: true });
    if (query.signal?.aborted) stop();
    else query.signal?.addEventListener('abort', stop, { once: true });
  });
}

/** As {@link nextMessage}, but a message that does not come is an error that says what came instead. */
export async function waitForMessage(
  log: MessageLog,
  clock: Clock,
  query: WaitQuery,
): Promise<SandboxMessage> {
  const message = await nextMessage(log, clock, query);
  if (message !== undefined) return message;
  query.signal?.throwIfAborted();
  const wanted = Object.entries(query)
    .filter(([name, value]) => value !== undefined && name !== 'timeoutMs' && name !== 'signal')
    .map(([name, value]) => `${name} ${String(value)}`);
  const came = selectMessages(log.all(), { limit: 3 }).map(
    ({ to, state, text }) => `${to} (${state}): ${text.slice(0, 40)}`,
  );
  throw new Error(
    `No message came within ${query.timeoutMs ?? 5000} ms with ${wanted.join(', ') || 'anything in it'}. ` +
      (came.length === 0 ? 'None came at all.' : `The last that came:\n  ${came.join('\n  ')}`),
  );
}
