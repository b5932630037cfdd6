import type { BeginOptions, PriorEntry } from '@jeonbo/core/ledger';
import { inDoubtWindowMs } from '@jeonbo/core/ledger';
import type { Row, Transaction } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';
import type { Identities } from './identities.ts';

export interface Prior {
  readonly conflict: boolean;
  readonly fresh: readonly number[];
  readonly duplicates: readonly PriorEntry[];
  readonly inDoubt: readonly PriorEntry[];
}

interface EntryRow extends Row {
  recipient_index: number;
  identity: string;
  at: number;
  state: 'begun' | 'accepted' | 'rejected' | 'unknown';
  provider_id: string | null;
}

/** Sorts recipients into new ones, those who had this message before, and those who may have had it. */
export async function findPrior(
  transaction: Transaction,
  identities: readonly Identities[],
  now: number,
  { windowMs = Number.POSITIVE_INFINITY }: BeginOptions,
): Promise<Prior> {
  const entries = await earlierEntries(transaction, identities);
  const acceptedAfter = now - windowMs;
  const doubtfulAfter = now - Math.max(windowMs, inDoubtWindowMs);
  const fresh: number[] = [];
  const duplicates: PriorEntry[] = [];
  const inDoubt: PriorEntry[] = [];
  let conflict = false;
  for (const [index, own] of identities.entries()) {
    const earlier = entries.get(index) ?? [];
    const same = earlier.filter((entry) => own.some(({ identity }) => identity === entry.identity));
    if (earlier.length > 0 && same.length === 0) conflict = true;
    const accepted = same.findLast(({ state, at }) => state === 'accepted' && at > acceptedAfter);
    const doubtful = same.findLast(
      ({ state, at }) => (state === 'begun' || state === 'unknown') && at > doubtfulAfter,
    );
    if (accepted) duplicates.push(priorEntry(index, accepted));
    else if (doubtful) inDoubt.push(priorEntry(index, doubtful));
    else fresh.push(index);
  }
  return { conflict, fresh, duplicates, inDoubt };
}

/** All entries of the same message, or, under a caller's key, all of the same recipient; oldest first. */
async function earlierEntries(transaction: Transaction, identities: readonly Identities[]) {
  const column = identities[0]?.[0].holder === null ? 'identity' : 'holder';
  const wanted = identities.flatMap((own, index) =>
    own.map((hashes) => ({ index, hash: hashes[column] })),
  );
  const rows = await transaction.query<EntryRow>(
    `SELECT CAST(wanted.value->>'index' AS INTEGER) AS recipient_index, entry.identity, entry.at, entry.state,
       entry.provider_id
     FROM json_each(?) AS wanted JOIN ledger_entries AS entry ON entry.${column} = wanted.value->>'hash'
     ORDER BY entry.send_seq`,
    [jsonRows(wanted)],
  );
  const entries = new Map<number, EntryRow[]>();
  for (const row of rows) {
    const earlier = entries.get(row.recipient_index);
    if (earlier) earlier.push(row);
    else entries.set(row.recipient_index, [row]);
  }
  return entries;
}

function priorEntry(index: number, { at, provider_id }: EntryRow): PriorEntry {
  return { index, at, providerId: provider_id };
}
