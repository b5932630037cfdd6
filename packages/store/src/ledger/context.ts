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

/** Taken first, by a begin with a limit, so that no limit is passed by two at once. */
export function payerLock(payer: string): string {
  return `jeonbo payer ${payer}`;
}

/** Taken next, by everything that changes the entries of one account, so that of two that begin the same one does. */
export function accountLock(account: string): string {
  return `jeonbo account ${account}`;
}
