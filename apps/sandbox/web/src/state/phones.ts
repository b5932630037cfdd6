import { computed, signal } from '@preact/signals';
import type { SandboxMessage } from '../../../src/contract.ts';
import { visible } from './criteria.ts';
import { messages } from './messages.ts';
import { route } from './route.ts';

/** One person's phone with what reached it, oldest first. Never without a message. */
export interface Phone {
  readonly number: string;
  readonly name: string | null;
  readonly messages: readonly SandboxMessage[];
  readonly last: SandboxMessage;
  /** Sender numbers, the latest first. */
  readonly senders: readonly string[];
}

function phoneOf(number: string, list: readonly SandboxMessage[], last: SandboxMessage): Phone {
  return {
    number,
    name: list.findLast((message) => message.name !== null)?.name ?? null,
    messages: list,
    last,
    senders: [...new Set(list.map((message) => message.from).reverse())],
  };
}

/** The phones that search and filters leave, the one with the latest message first. */
export const phones = computed<readonly Phone[]>(() => {
  const byNumber = Map.groupBy(visible.value, (message) => message.to);
  const list: Phone[] = [];
  for (const [number, own] of byNumber) {
    const last = own.at(-1);
    if (last) list.push(phoneOf(number, own, last));
  }
  return list.sort((a, b) => b.last.id - a.last.id);
});

/** The open phone with all its messages, whatever is filtered. */
export const openPhone = computed<Phone | null>(() => {
  const number = route.value.phone;
  if (number === null) return null;
  const own = messages.value.filter((message) => message.to === number);
  const last = own.at(-1);
  return last ? phoneOf(number, own, last) : null;
});

/** One sender's thread on the open phone; `null` shows all of them together. */
export const thread = signal<string | null>(null);

/** What the screen of the open phone shows now. */
export const onScreen = computed<readonly SandboxMessage[]>(() => {
  const number = route.value.phone;
  return visible.value.filter(
    (message) => message.to === number && (thread.value === null || message.from === thread.value),
  );
});
