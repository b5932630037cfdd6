import type { AuditLog, ConfirmationStore, SendLedger } from '@jeonbo/core/ledger';
import { appendLines } from '../audit/append-lines.ts';
import { startChain } from '../audit/start-chain.ts';
import type { Database } from '../database/database.ts';
import type { SecretKey } from '../keys/secret-key.ts';
import { begin } from './begin.ts';
import { issue, redeem } from './confirmations.ts';
import type { LedgerContext } from './context.ts';
import { history } from './history.ts';
import { owns } from './owns.ts';
import { createPurge } from './purge.ts';
import { settle } from './settle.ts';
import { countUsage } from './usage.ts';

export interface LedgerOptions {
  readonly key: SecretKey;
  /** Keeps the texts of messages too (JEONBO_LEDGER_STORE_TEXT). Default `false`. */
  readonly storeText?: boolean;
  /** Days after which entries and audit lines are purged (JEONBO_LEDGER_DAYS). Default 400. */
  readonly days?: number;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

/** The send ledger, its audit log and the confirmations, in one store. */
export interface StoreLedger extends SendLedger, AuditLog, ConfirmationStore {
  /** Removes what is older than `days`. Runs by itself at the start and then at most daily, beside other work. */
  purge(): Promise<void>;
}

/**
 * Makes the ledger of an open database. It keeps no state of its own: any number of processes share it.
 *
 * @throws JeonboError `MISSING_CREDENTIALS` where the database was written with a key that is not in the list
 * @example
 * const url = process.env.DATABASE_URL ?? defaultDatabaseUrl(process.env);
 * const ledger = await createLedger(await openDatabase(url), { key: await loadSecretKey(process.env, url) });
 */
export async function createLedger(
  database: Database,
  { key, storeText = false, days = 400, now = Date.now }: LedgerOptions,
): Promise<StoreLedger> {
  const keys = {
    ledger: key.subkeys('ledger'),
    audit: key.subkeys('audit'),
    confirmations: key.subkeys('confirmations'),
  };
  const context: LedgerContext = { database, keys, storeText, days, now };
  await startChain(database, keys.audit);
  const { purge, purgeWhenDue } = createPurge(context);
  purgeWhenDue();

  return {
    async begin(idempotencyKey, summary, options) {
      purgeWhenDue();
      return begin(context, idempotencyKey, summary, options);
    },
    settle: (id, outcome) => settle(context, id, outcome),
    history: (query) => history(database, query),
    usage: (payer, windowMs) => countUsage(database, payer, now() - windowMs),
    owns: (query) => owns(database, query),
    append: (event) =>
      database.transaction((transaction) => appendLines(transaction, keys.audit, now(), [event])),
    issue: (content, lifetimeMs) => issue(context, content, lifetimeMs),
    redeem: (token, content) => redeem(context, token, content),
    purge,
  };
}
