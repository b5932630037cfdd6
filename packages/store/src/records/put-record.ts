import type { Database } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';
import type { Seal } from '../vault/seal.ts';
import { groupHash, idHash, nameHash } from './hashes.ts';
import type { PutOptions } from './records.ts';
import { recordContext, type SealedContent } from './row.ts';

interface Parts {
  readonly database: Database;
  readonly seal: Seal;
  readonly now: () => number;
}

/** See Records.put. One statement, unless there are names to keep beside it. */
export async function putRecord(
  { database, seal, now }: Parts,
  kind: string,
  id: string,
  value: unknown,
  { expiresAt, group, names = [] }: PutOptions,
): Promise<void> {
  const hash = idHash(kind, id);
  // Sorted, so that two who write the same names never wait for each other.
  const hashes = names.map((name) => nameHash(kind, name)).toSorted();
  const content: SealedContent<unknown> = { value, names: hashes };
  const sealed = seal.seal(content, recordContext(kind, hash, expiresAt));
  const values = [hash, kind, sealed, expiresAt, group === undefined ? null : groupHash(group)];
  if (hashes.length === 0) {
    await database.query(upsert, [...values, now(), now()]);
    return;
  }
  await database.transaction(async (transaction) => {
    await transaction.query(upsert, [...values, now(), now()]);
    // Names of an earlier put may stay: the record no longer says that they are its own, and they go with it.
    await transaction.query(
      `INSERT INTO sealed_names (name_hash, id_hash)
       SELECT value->>'name', CAST(? AS TEXT) FROM json_each(?) WHERE TRUE
       ON CONFLICT (name_hash) DO UPDATE SET id_hash = excluded.id_hash`,
      [hash, jsonRows(hashes.map((name) => ({ name })))],
    );
  });
}

const upsert = `INSERT INTO sealed_records (id_hash, kind, sealed, expires_at, group_hash, created_at)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id_hash) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at,
    group_hash = excluded.group_hash,
    consumed_at = CASE WHEN sealed_records.expires_at <= ? THEN NULL ELSE sealed_records.consumed_at END`;
