import { computed, effect, signal } from '@preact/signals';
import type { Exchange, SandboxMessage } from '../../../src/contract.ts';
import { messages, receive } from './messages.ts';
import { route } from './route.ts';

/** The raw request of the message in detail. `missing` where the server no longer has it. */
export const exchange = signal<Exchange | 'loading' | 'missing'>('loading');

export const openMessage = computed<SandboxMessage | null>(() => {
  const id = route.value.message;
  return id === null ? null : (messages.value.find((message) => message.id === id) ?? null);
});

// Asked again at each transition: the answer of a delayed request comes after its message.
const wanted = computed(() => {
  const id = route.value.message;
  return id === null ? null : `${id}:${openMessage.value?.timeline.length ?? 0}`;
});

export function loadDetail(): void {
  let shown: number | null = null;
  effect(() => {
    if (wanted.value === null) return;
    const id = Number.parseInt(wanted.value, 10);
    if (shown !== id) exchange.value = 'loading';
    shown = id;
    const aborted = new AbortController();
    fetch(`/_sandbox/messages/${id}`, { signal: aborted.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`detail answered ${response.status}`);
        const body = (await response.json()) as {
          message: SandboxMessage;
          exchange: Exchange | null;
        };
        exchange.value = body.exchange ?? 'missing';
        receive(body.message);
      })
      .catch(() => {
        if (!aborted.signal.aborted && exchange.peek() === 'loading') exchange.value = 'missing';
      });
    return () => aborted.abort();
  });
}
