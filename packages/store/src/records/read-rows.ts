import type { Database } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';
import type { RecordRow } from './row.ts';

/** One record that is asked for. */
export interface Wanted {
  readonly hash: string;
  /** A kind of which its group must have a record; `null` where that does not matter. */
  readonly beside: string | null;
}

interface FoundRow extends RecordRow {
  wanted_index: number;
}

/** @returns the rows that are there and have not expired, in the order of what is wanted */
export async function readRows(
  database: Database,
  wanted: readonly Wanted[],
  now: number,
): Promise<readonly (RecordRow | undefined)[]> {
  const rows = wanted.map(({ hash, beside }, index) => ({ index, hash, beside }));
  const found = await database.query<FoundRow>(
    `SELECT CAST(wanted.value->>'index' AS INTEGER) AS wanted_index, record.id_hash, record.sealed,
       record.expires_at, record.consumed_at
     FROM json_each(?) AS wanted JOIN sealed_records AS record ON record.id_hash = wanted.value->>'hash'
     WHERE (record.expires_at IS NULL OR record.expires_at > ?) AND (wanted.value->>'beside' IS NULL OR EXISTS (
       SELECT 1 FROM sealed_records AS other
       WHERE other.group_hash = record.group_hash AND other.kind = wanted.value->>'beside'
         AND (other.expires_at IS NULL OR other.expires_at > ?)))`,
    [jsonRows(rows), now, now],
  );
  const byIndex = new Map(found.map((row) => [row.wanted_index, row]));
  return wanted.map((_, index) => byIndex.get(index));
}
