import { signal } from '@preact/signals';
import type { SandboxMessage } from '../../../src/contract.ts';

/** More than anybody scrolls through; older ones leave the page (the server may still have them). */
const KEPT = 10_000;

/** Between two redraws while a bulk send streams in. */
const REDRAW_MS = 80;

/** Every message the page knows, oldest first. Each state change brings a new object. */
export const messages = signal<readonly SandboxMessage[]>([]);

/** False until the first answer of the server, so that "nothing yet" is never claimed too early. */
export const loaded = signal(false);

const byId = new Map<number, SandboxMessage>();
let timer: ReturnType<typeof setTimeout> | undefined;
let drawnAt = 0;

function publish(): void {
  timer = undefined;
  drawnAt = performance.now();
  messages.value = [...byId.values()].sort((a, b) => a.id - b.id).slice(-KEPT);
}

/** A snapshot may be older than what came by the event stream: the longer timeline wins. */
function keep(message: SandboxMessage): void {
  const known = byId.get(message.id);
  if (known === undefined || known.timeline.length <= message.timeline.length) {
    byId.set(message.id, message);
  }
}

export function receive(message: SandboxMessage): void {
  keep(message);
  if (byId.size > KEPT * 1.2) {
    for (const id of [...byId.keys()].slice(0, byId.size - KEPT)) byId.delete(id);
  }
  timer ??= setTimeout(publish, Math.max(0, REDRAW_MS - (performance.now() - drawnAt)));
}

/** Replaces everything: the server's truth after (re)connecting. */
export function replaceAll(list: readonly SandboxMessage[]): void {
  clearTimeout(timer);
  byId.clear();
  for (const message of list) keep(message);
  loaded.value = true;
  publish();
}
