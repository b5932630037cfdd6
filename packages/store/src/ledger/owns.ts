import type { OwnsQuery } from '@jeonbo/core/ledger';
import type { Queryable } from '../database/database.ts';
import { storable } from './storable.ts';

/** See SendLedger.owns. */
export async function owns(
  database: Queryable,
  { provider, payer, providerId }: OwnsQuery,
): Promise<boolean> {
  const found = await database.query(
    `SELECT send.seq FROM ledger_entries AS entry JOIN ledger_sends AS send ON send.seq = entry.send_seq
     WHERE entry.provider_id = ? AND send.payer = ? AND send.provider = ? LIMIT 1`,
    [storable(providerId), payer, provider],
  );
  return found.length > 0;
}
