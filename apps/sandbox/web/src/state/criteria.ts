import { computed, signal } from '@preact/signals';
import type { SandboxMessage } from '../../../src/contract.ts';
import { messages } from './messages.ts';

export type StateFilter = 'all' | 'moving' | 'delivered' | 'failed';
export type ProviderFilter = 'all' | SandboxMessage['provider'];

export const query = signal('');
export const stateFilter = signal<StateFilter>('all');
export const providerFilter = signal<ProviderFilter>('all');

export const filtering = computed(
  () => query.value.trim() !== '' || stateFilter.value !== 'all' || providerFilter.value !== 'all',
);

export function showAll(): void {
  query.value = '';
  stateFilter.value = 'all';
  providerFilter.value = 'all';
}

// A message object never changes, so what it is searched by is made once.
const searched = new WeakMap<SandboxMessage, string>();

/** Macs type Hangul decomposed; both sides are composed before they are compared. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase();

function textOf(message: SandboxMessage): string {
  const known = searched.get(message);
  if (known !== undefined) return known;
  const { to, from, name, subject, text, code, providerId, memberCode, reason } = message;
  const numbers = `${to} ${from}`.replaceAll('-', '');
  const all = [to, from, numbers, name, subject, text, code, providerId, memberCode, reason];
  const made = plain(all.filter(Boolean).join('\n'));
  searched.set(message, made);
  return made;
}

/** Every word must be found; one that is only digits and dashes also without its dashes. */
function matcher(words: string): (message: SandboxMessage) => boolean {
  const terms = plain(words).split(/\s+/).filter(Boolean);
  return (message) => {
    const text = textOf(message);
    return terms.every((term) => {
      const bare = /^[\d-]+$/.test(term) ? term.replaceAll('-', '') : '';
      return text.includes(term) || (bare !== '' && text.includes(bare));
    });
  };
}

const inState = (message: SandboxMessage, filter: StateFilter): boolean => {
  if (filter === 'all') return true;
  const final = message.state === 'delivered' || message.state === 'failed';
  return filter === 'moving' ? !final : message.state === filter;
};

/** What search and provider leave: the state tabs count within it. */
const found = computed(() => {
  const matches = matcher(query.value);
  const provider = providerFilter.value;
  return messages.value.filter(
    (message) => (provider === 'all' || message.provider === provider) && matches(message),
  );
});

export const counts = computed(() => {
  const total = { all: 0, moving: 0, delivered: 0, failed: 0 };
  for (const { state } of found.value) {
    total.all += 1;
    total[state === 'delivered' || state === 'failed' ? state : 'moving'] += 1;
  }
  return total;
});

export const visible = computed(() =>
  found.value.filter((message) => inState(message, stateFilter.value)),
);
