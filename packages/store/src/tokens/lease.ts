import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Queryable } from '../database/database.ts';
import { tooLate } from './token-errors.ts';

export interface LeaseTimes {
  /** How long a holder that says nothing is waited for. Longer than one request to the provider. */
  readonly leaseMs: number;
  /** How long a lease is waited for before the caller is told to come again. Longer than a lease. */
  readonly patienceMs: number;
}

/** A request takes 30 s at most; the rest is for slow disks and for clocks that differ from machine to machine. */
export const leaseTimes: LeaseTimes = { leaseMs: 40_000, patienceMs: 45_000 };

/** The right to change one account's tokens, kept as a row: a transaction would stop every other write on SQLite. */
export interface Lease {
  readonly holder: string;
  readonly provider: string;
  readonly account: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Takes the lease when it is free or its holder let it run out; one statement, so of two at once one gets it.
 *
 * @throws JeonboError `TIMEOUT`, retryable
 */
export async function takeLease(
  database: Database,
  { provider, account }: Pick<Lease, 'provider' | 'account'>,
  { leaseMs, patienceMs }: LeaseTimes,
): Promise<Lease> {
  const holder = randomBytes(12).toString('base64url');
  const end = performance.now() + patienceMs;
  for (let pauseMs = 25; ; pauseMs = Math.min(pauseMs * 1.5, 250)) {
    const now = Date.now();
    const until = now + leaseMs;
    const taken = await database.query(
      `INSERT INTO vault_leases (provider, account, holder, until) VALUES (?, ?, ?, ?)
       ON CONFLICT (provider, account) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE vault_leases.until <= ? RETURNING holder`,
      [provider, account, holder, until, now],
    );
    if (taken.length > 0) return { holder, provider, account, until };
    if (performance.now() + pauseMs > end) throw tooLate();
    // Not all at the same moment.
    await sleep(pauseMs * (0.75 + Math.random() / 2));
  }
}

/**
 * Gives it back.
 *
 * @returns whether it was still held: after a freeze another may have it
 */
export async function dropLease(
  database: Queryable,
  { holder, provider, account }: Lease,
): Promise<boolean> {
  const dropped = await database.query(
    'DELETE FROM vault_leases WHERE provider = ? AND account = ? AND holder = ? RETURNING holder',
    [provider, account, holder],
  );
  return dropped.length > 0;
}
