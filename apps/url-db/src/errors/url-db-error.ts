import type { Language } from '@jeonbo/core';
import type { Words } from '../words.ts';
import { errorTable, type UrlDbErrorCode } from './error-table.ts';

/** Survives several bundles of one app, where `instanceof` does not. */
const brand = Symbol.for('jeonbo.url-db-error');

/** One thing that is wrong with an input. */
export interface Detail {
  /** `url`, `attributes[2].value`; of a body as a whole `body` */
  readonly field: string;
  readonly message: Words;
}

export interface UrlDbErrorOptions {
  /** Better words than the table's. */
  readonly words?: Words | undefined;
  /** Fields of the answer beside `error` and `message`, in their order. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly details?: readonly Detail[] | undefined;
  readonly cause?: unknown;
}

/** What a caller is told, flat. */
export interface ErrorAnswer {
  readonly error: UrlDbErrorCode;
  readonly message: string;
  readonly [fact: string]: unknown;
}

/**
 * The one error of url-db. Its words wait for the language of whoever is told.
 *
 * @example throw new UrlDbError('NODE_NOT_FOUND', { facts: { composite_id: 'url-db:a:1' } });
 */
export class UrlDbError extends Error {
  readonly code: UrlDbErrorCode;
  readonly #options: UrlDbErrorOptions;

  static is(value: unknown): value is UrlDbError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(code: UrlDbErrorCode, options: UrlDbErrorOptions = {}) {
    const { words = errorTable[code].words, cause } = options;
    super(words.en, cause === undefined ? undefined : { cause });
    this.name = 'UrlDbError';
    this.code = code;
    this.#options = options;
    Object.defineProperty(this, brand, { value: true });
  }

  get status(): number {
    return errorTable[this.code].status;
  }

  get details(): readonly Detail[] {
    return this.#options.details ?? [];
  }

  in(language: Language): ErrorAnswer {
    const { words = errorTable[this.code].words, facts, details } = this.#options;
    return {
      error: this.code,
      message: words[language],
      ...facts,
      ...(details && {
        details: details.map(({ field, message }) => ({ field, message: message[language] })),
      }),
    };
  }
}
