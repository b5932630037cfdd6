import type { Database } from '../database/database.ts';
import type { Subkey } from '../keys/secret-key.ts';

export type Keys = readonly [Subkey, ...Subkey[]];

/** What every step of the ledger needs. */
export interface LedgerContext {
  readonly database: Database;
  readonly keys: { readonly ledger: Keys; readonly audit: Keys; readonly confirmations: Keys };
  readonly storeText: boolean;
  readonly days: number;
  readonly now: () => number;
}

/** Everything that changes the entries of one account waits for this, so that no limit is passed by two at once. */
export function accountLock(account: string): string {
  return `jeonbo account ${account}`;
}
