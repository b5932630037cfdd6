import type { Environment } from '../types.ts';

/** Who is calling, and by whose keys. */
export interface Caller {
  /** Never empty: `token:NAME`, or `key:` and a keyed hash of the caller's keys. */
  readonly id: string;
  /** The settings of the provider for this caller. */
  readonly environment: Environment;
  /** Equal where the same caller brings the same settings. Holds no key. */
  readonly sameAs: string;
  /** What the caller identified itself with: never written anywhere, and in no message. */
  readonly secrets: readonly string[];
}
