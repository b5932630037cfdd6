import { computed, effect, signal } from '@preact/signals';
import { messages } from './messages.ts';
import { route } from './route.ts';
import { load, save } from './storage.ts';

/** Phone number → id of the last message seen on it. */
type Read = Readonly<Record<string, number>>;

const read = signal<Read>(load<Read>('read', {}));
const watching = signal(!document.hidden);

/** Phone number → how many of its messages nobody has looked at. */
export const unread = computed(() => {
  const counts = new Map<string, number>();
  for (const message of messages.value) {
    if (message.id > (read.value[message.to] ?? 0)) {
      counts.set(message.to, (counts.get(message.to) ?? 0) + 1);
    }
  }
  return counts;
});

export const unreadTotal = computed(() =>
  [...unread.value.values()].reduce((sum, n) => sum + n, 0),
);

export function forgetRead(): void {
  read.value = {};
  save('read', {});
}

/** An open phone in a visible tab is being read. */
export function trackReading(): void {
  document.addEventListener('visibilitychange', () => {
    watching.value = !document.hidden;
  });
  effect(() => {
    const { phone } = route.value;
    const newest = messages.value.at(-1)?.id ?? 0;
    // A restarted server counts from 1 again: marks above its newest id are of another life.
    if (newest > 0 && Object.values(read.peek()).some((id) => id > newest)) forgetRead();
    if (phone === null || !watching.value || !unread.value.has(phone)) return;
    read.value = { ...read.peek(), [phone]: newest };
    save('read', read.peek());
  });
}
