import { signal } from '@preact/signals';
import type { Texts } from '../text/en.ts';
import { announce } from './announcement.ts';
import { texts } from './language.ts';

export interface Toast {
  readonly id: number;
  readonly words: (texts: Texts) => string;
  readonly isBad: boolean;
  readonly undo: (() => void) | undefined;
}

interface Options {
  readonly words: (texts: Texts) => string;
  readonly isBad?: boolean;
  readonly undo?: () => void;
  /** When it is too late to undo; `isLeaving` where that is because the page goes. */
  readonly end?: (isLeaving: boolean) => void;
}

interface Clock {
  readonly end: ((isLeaving: boolean) => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  startedAt: number;
  leftMs: number;
}

/** How long one can be undone. */
const TOAST_MS = 6_000;

/** The newest last. */
export const toasts = signal<readonly Toast[]>([]);
/** While somebody points at them or is on one by keyboard, time stands still. */
const isHeld = signal(false);

const clocks = new Map<number, Clock>();
let lastId = 0;

export function show({ words, isBad = false, undo, end }: Options): void {
  lastId += 1;
  const id = lastId;
  clocks.set(id, {
    end,
    timer: undefined,
    startedAt: 0,
    leftMs: isBad ? Number.POSITIVE_INFINITY : TOAST_MS,
  });
  if (!isHeld.peek()) start(id);
  toasts.value = [...toasts.value, { id, words, isBad, undo }];
  const t = texts.peek();
  announce(undo ? t.undoable(words(t)) : words(t));
}

function start(id: number): void {
  const clock = clocks.get(id);
  // What went wrong stays until it was read.
  if (!clock || clock.timer !== undefined || clock.leftMs === Number.POSITIVE_INFINITY) return;
  clock.startedAt = Date.now();
  clock.timer = setTimeout(() => dismiss(id), clock.leftMs);
}

/** Takes it away and answers what it was to do at its end. */
function remove(id: number): Clock['end'] {
  const clock = clocks.get(id);
  clearTimeout(clock?.timer);
  clocks.delete(id);
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
  if (toasts.value.length === 0) isHeld.value = false;
  return clock?.end;
}

export function dismiss(id: number): void {
  remove(id)?.(false);
}

/** The one with this id, or the newest that can be undone. */
export function undo(id?: number): void {
  const toast = toasts.value.findLast((one) => one.undo && (id === undefined || one.id === id));
  if (!toast) return;
  remove(toast.id);
  // Its button had the focus or the pointer, and took neither leave.
  release();
  toast.undo?.();
}

export function hold(): void {
  if (isHeld.peek()) return;
  isHeld.value = true;
  for (const clock of clocks.values()) {
    clearTimeout(clock.timer);
    clock.timer = undefined;
    clock.leftMs = Math.max(0, clock.leftMs - (Date.now() - clock.startedAt));
  }
}

export function release(): void {
  isHeld.value = false;
  for (const id of clocks.keys()) start(id);
}

/** What could still be undone is done when the page goes. */
export function finishOnLeaving(): void {
  addEventListener('pagehide', () => {
    for (const { id } of toasts.value) remove(id)?.(true);
  });
}
