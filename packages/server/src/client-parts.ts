import type { Language } from '@jeonbo/core';
import type { Log } from './log.ts';
import type { Environment } from './types.ts';

/** What a provider's client is made of. */
export interface ClientParts {
  readonly environment: Environment;
  readonly language: Language;
  readonly log: Log;
  readonly fetch: typeof globalThis.fetch | undefined;
}
