import { computed, effect, signal } from '@preact/signals';
import type { Exchange, SandboxMessage, WebhookCall } from '../../../src/contract.ts';
import { messages, receive } from './messages.ts';
import { route } from './route.ts';

/** An app under test is on this machine, so its answers come soon. */
const ASK_AGAIN_MS = 500;

/** What `GET /_sandbox/messages/ID` answers. */
interface Answer {
  readonly message: SandboxMessage;
  readonly exchange: Exchange | null;
  readonly webhooks: readonly WebhookCall[];
}

/** The raw request of the message in detail. `missing` where the server no longer has it. */
export const exchange = signal<Exchange | 'loading' | 'missing'>('loading');

/** What the message in detail made its provider tell the app. */
export const webhooks = signal<readonly WebhookCall[]>([]);

export const openMessage = computed<SandboxMessage | null>(() => {
  const id = route.value.message;
  return id === null ? null : (messages.value.find((message) => message.id === id) ?? null);
});

// Asked again at each transition: the answer of a delayed request comes after its message.
const wanted = computed(() => {
  const id = route.value.message;
  return id === null ? null : `${id}:${openMessage.value?.timeline.length ?? 0}`;
});

const isWaiting = ({ status, error }: WebhookCall): boolean => status === null && error === null;

export function loadDetail(): void {
  let shown: number | null = null;
  effect(() => {
    if (wanted.value === null) return;
    const id = Number.parseInt(wanted.value, 10);
    if (shown !== id) {
      exchange.value = 'loading';
      webhooks.value = [];
    }
    shown = id;
    const aborted = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      fetch(`/_sandbox/messages/${id}`, { signal: aborted.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(`detail answered ${response.status}`);
          const answer = (await response.json()) as Answer;
          exchange.value = answer.exchange ?? 'missing';
          webhooks.value = answer.webhooks;
          receive(answer.message);
          if (answer.webhooks.some(isWaiting)) timer = setTimeout(load, ASK_AGAIN_MS);
        })
        .catch(() => {
          if (!aborted.signal.aborted && exchange.peek() === 'loading') exchange.value = 'missing';
        });
    };
    load();
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  });
}
