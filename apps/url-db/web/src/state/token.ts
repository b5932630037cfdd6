import { signal } from '@preact/signals';
import { load, save } from './storage.ts';

/** Of this tab alone, and gone with it. */
export const token = signal(load(() => sessionStorage, 'token') ?? '');

/** Whether the person is asked for one now, and whether the last one was wrong. */
export const tokenQuestion = signal<{ readonly wasWrong: boolean } | null>(null);

let waiting: (() => void)[] = [];

/** Waits for another token than the one that was refused; all requests wait for the same question. */
export function askForToken(refused: string): Promise<void> {
  // Another request was asked meanwhile, and this one left with the old token.
  if (token.value !== refused) return Promise.resolve();
  tokenQuestion.value ??= { wasWrong: refused !== '' };
  return new Promise((resolve) => waiting.push(resolve));
}

export function giveToken(given: string): void {
  token.value = given.trim();
  tokenQuestion.value = null;
  const asked = waiting;
  waiting = [];
  for (const resolve of asked) resolve();
}

/** Only one that was taken is worth keeping. */
export function tokenWorked(): void {
  save(() => sessionStorage, 'token', token.value);
}
