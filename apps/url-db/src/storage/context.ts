import type { Dialect } from './dialect.ts';

/** What every step works with. */
export interface Context {
  readonly dialect: Dialect;
  now(): number;
}

/** Whether a table can have it: ids from keys may be any number of up to 19 digits. */
export function isId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0;
}
