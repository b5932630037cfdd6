import { setTimeout as sleep } from 'node:timers/promises';
import { JeonboError } from '@jeonbo/core';
import type { Database, Transaction } from '../database/database.ts';
import { dropLease, type Lease } from './lease.ts';
import { lostLease } from './token-errors.ts';

/**
 * Writes and gives the lease back in one transaction, and writes nothing where the lease is another's by now. A database
 * that is away for a moment is tried again while the lease lasts: what the provider has just given exists nowhere else.
 *
 * @throws JeonboError `CONFLICT`, retryable
 */
export async function keepUnderLease(
  database: Database,
  lease: Lease,
  write: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  for (let pauseMs = 100; ; pauseMs *= 2) {
    try {
      const isKept = await database.transaction(async (transaction) => {
        // First, and in the transaction: the row stays locked, so whoever takes the lease next sees what is written.
        const isHeld = await dropLease(transaction, lease);
        if (isHeld) await write(transaction);
        return isHeld;
      });
      if (isKept) return;
    } catch (error) {
      const mayPass = JeonboError.is(error) && error.retryable;
      if (!mayPass || Date.now() + pauseMs >= lease.until) throw error;
      await sleep(pauseMs);
      continue;
    }
    throw lostLease();
  }
}
