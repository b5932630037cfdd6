import type { Domain, UrlStore } from '../storage/store.ts';

export interface ExportOptions {
  readonly store: UrlStore;
  /** Those that are exported. */
  readonly domains: readonly Domain[];
  /** Where it is only one. */
  readonly domainName?: string | undefined;
  readonly toolName: string;
  /** Told of each node that was written. */
  readonly onNode?: (() => void) | undefined;
}
