import { signal } from '@preact/signals';
import type { SandboxEvent, SandboxMessage } from '../../../src/contract.ts';
import { receive, replaceAll } from './messages.ts';
import { replace } from './route.ts';
import { forgetRead } from './unread.ts';

export type Connection = 'connecting' | 'live' | 'lost';

export const connection = signal<Connection>('connecting');

/** The most the server gives at once. */
const PAGE = 1000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8_000;
let retryMs = FIRST_RETRY_MS;

/** Oldest first, as many at a time as the server gives. */
async function snapshot(): Promise<SandboxMessage[]> {
  const all: SandboxMessage[] = [];
  for (;;) {
    const after = all.at(-1)?.id ?? 0;
    const response = await fetch(`/_sandbox/messages?after=${after}&limit=${PAGE}`);
    if (!response.ok) throw new Error(`snapshot answered ${response.status}`);
    const page = (await response.json()) as { messages: SandboxMessage[] };
    all.push(...page.messages);
    if (page.messages.length < PAGE) return all;
  }
}

/**
 * Listens first and asks for the snapshot then, so that nothing falls between the two. Our own
 * retry instead of EventSource's: that one gives up for good on an answer that is not 200.
 */
export function connect(): void {
  const source = new EventSource('/_sandbox/events');
  /** What comes before the snapshot does; `null` from then on. */
  let early: SandboxMessage[] | null = [];
  let over = false;

  const retry = (): void => {
    if (over) return;
    over = true;
    source.close();
    connection.value = 'lost';
    setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };

  source.addEventListener('error', retry);
  source.addEventListener('message', (event: MessageEvent<string>) => {
    const data = JSON.parse(event.data) as Extract<SandboxEvent, { type: 'message' }>;
    if (early) early.push(data.message);
    else receive(data.message);
  });
  source.addEventListener('reset', () => {
    if (early) early = [];
    forgetRead();
    replaceAll([]);
    replace({ phone: null, message: null });
  });
  source.addEventListener('open', async () => {
    try {
      replaceAll(await snapshot());
    } catch {
      retry();
      return;
    }
    if (over) return;
    for (const message of early ?? []) receive(message);
    early = null;
    retryMs = FIRST_RETRY_MS;
    connection.value = 'live';
  });
}
