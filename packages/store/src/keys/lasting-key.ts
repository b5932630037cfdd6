import type { Database } from '../database/database.ts';
import { createSeal } from '../vault/seal.ts';
import type { SecretKey } from './secret-key.ts';

/**
 * A key that stays the same when JEONBO_SECRET_KEY changes: kept in the database, sealed, and sealed anew when a
 * program starts with another first key. Of many processes that start at once, all end up with the same one.
 *
 * @param first what it is where none is kept yet
 * @throws JeonboError `MISSING_CREDENTIALS` where it was sealed under a key that is not in the list
 */
export async function lastingKey(
  database: Database,
  key: SecretKey,
  name: string,
  first: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const seal = createSeal(key, 'lasting keys');
  const context = ['lasting key', name];
  const sealNow = (bytes: Uint8Array) => seal.seal(Buffer.from(bytes).toString('base64'), context);
  const read = () =>
    database.query<{ sealed: Uint8Array }>('SELECT sealed FROM lasting_keys WHERE name = ?', [
      name,
    ]);

  let [row] = await read();
  if (!row) {
    await database.query(
      'INSERT INTO lasting_keys (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
      [name, sealNow(await first())],
    );
    [row] = await read();
  }
  if (!row) throw new Error(`The lasting key ${name} was removed while it was made.`);
  const bytes = Buffer.from(seal.open(row.sealed, context) as string, 'base64');
  // Before the old key leaves the list. Where two start at once, the first one's sealing stays.
  if (!seal.isCurrent(row.sealed))
    await database.query('UPDATE lasting_keys SET sealed = ? WHERE name = ? AND sealed = ?', [
      sealNow(bytes),
      name,
      row.sealed,
    ]);
  return bytes;
}
