import { SandboxInputError } from '../input-error.ts';

// How a seed is read: each names the field that is wrong.

/** An object with these names and no others. */
export function fields(
  input: unknown,
  at: string,
  known: readonly string[],
): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw wrong(at, `an object with ${known.join(', ')}`);
  }
  for (const name of Object.keys(input)) {
    if (!known.includes(name)) throw wrong(`${at}.${name}`, `one of ${known.join(', ')}`);
  }
  return input as Record<string, unknown>;
}

export function list<T>(input: unknown, at: string, parse: (item: unknown, at: string) => T): T[] {
  if (!Array.isArray(input)) throw wrong(at, 'a list');
  return input.map((item, index) => parse(item, `${at}[${index}]`));
}

export function text(input: unknown, at: string): string {
  if (typeof input !== 'string' || input.trim() === '') throw wrong(at, 'a text that is not empty');
  return input;
}

export function wrong(at: string, expected: string): SandboxInputError {
  return new SandboxInputError('INVALID_SEED', at, expected);
}
