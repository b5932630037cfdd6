import type { Language } from '@jeonbo/core';

/** Survives several bundles of one app, where `instanceof` does not. */
const brand = Symbol.for('jeonbo.usage-error');

/** The command line is wrong. Its words wait for the language. */
export class UsageError extends Error {
  readonly #say: (language: Language) => string;

  static is(value: unknown): value is UsageError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** @param name what is wrong, for programs */
  constructor(name: string, say: (language: Language) => string) {
    super(name);
    Object.defineProperty(this, brand, { value: true });
    this.#say = say;
  }

  in(language: Language): string {
    return this.#say(language);
  }
}
