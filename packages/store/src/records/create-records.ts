import type { Database } from '../database/database.ts';
import { gather } from '../database/gather.ts';
import type { SecretKey } from '../keys/secret-key.ts';
import { createSeal } from '../vault/seal.ts';
import { groupHash, idHash, nameHash } from './hashes.ts';
import { createPurge, purgeLock } from './purge.ts';
import { putRecord } from './put-record.ts';
import { readRows, type Wanted } from './read-rows.ts';
import type { GetOptions, Records } from './records.ts';
import { openRow, type RecordRow, rowColumns } from './row.ts';

export interface RecordsOptions {
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

const valid = '(expires_at IS NULL OR expires_at > ?)';

/**
 * Makes the records of an open database. It keeps no state of its own: any number of processes share it.
 *
 * @example
 * const records = await createRecords(database, key);
 * await records.put('code', code, { redirectUri }, { expiresAt: Date.now() + 60_000 });
 */
export async function createRecords(
  database: Database,
  key: SecretKey,
  { now = Date.now }: RecordsOptions = {},
): Promise<Records> {
  const seal = createSeal(key, 'sealed records');
  const { purge, purgeWhenDue } = createPurge(database, now);
  purgeWhenDue();
  const read = gather((wanted: readonly Wanted[]) => readRows(database, wanted, now()));

  return {
    async put(kind, id, value, options) {
      purgeWhenDue();
      await putRecord({ database, seal, now }, kind, id, value, options);
    },
    async get<T>(kind: string, id: string, { beside }: GetOptions = {}) {
      const row = await read({ hash: idHash(kind, id), beside: beside ?? null });
      return row && openRow<T>(seal, kind, row).record;
    },
    async find<T>(kind: string, name: string) {
      const hash = nameHash(kind, name);
      const [row] = await database.query<RecordRow>(
        `SELECT ${rowColumns} FROM sealed_records
         WHERE id_hash = (SELECT id_hash FROM sealed_names WHERE name_hash = ?) AND ${valid}`,
        [hash, now()],
      );
      const found = row && openRow<T>(seal, kind, row);
      // The record itself says what its names are: a row of another table proves nothing.
      return found?.names.includes(hash) ? found.record : undefined;
    },
    async take<T>(kind: string, id: string) {
      const [row] = await database.query<RecordRow>(
        `DELETE FROM sealed_records WHERE id_hash = ? AND ${valid} RETURNING ${rowColumns}`,
        [idHash(kind, id), now()],
      );
      return row && openRow<T>(seal, kind, row).record.value;
    },
    async consume(kind, id) {
      const marked = await database.query(
        `UPDATE sealed_records SET consumed_at = ? WHERE id_hash = ? AND consumed_at IS NULL AND ${valid}
         RETURNING id_hash`,
        [now(), idHash(kind, id), now()],
      );
      return marked.length > 0;
    },
    async delete(kind, id) {
      await database.query('DELETE FROM sealed_records WHERE id_hash = ?', [idHash(kind, id)]);
    },
    deleteGroup: (group) =>
      database.transaction(async (transaction) => {
        // Who deletes many rows takes turns, so that no two wait for each other's.
        await transaction.lock(purgeLock);
        const hash = groupHash(group);
        await transaction.query('DELETE FROM sealed_records WHERE group_hash = ?', [hash]);
      }),
    purge,
  };
}
