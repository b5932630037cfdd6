import type { Database } from '../database/database.ts';
import { keyedHash } from '../keys/keyed-hash.ts';
import { lastingKey } from '../keys/lasting-key.ts';
import type { SecretKey } from '../keys/secret-key.ts';

/** Names for callers who bring keys of their own: short, stable, and of no use to find the keys. */
export interface Callers {
  /** The same id for the same secrets, on every instance, whatever JEONBO_SECRET_KEY becomes. */
  identify(secrets: readonly string[]): Promise<string>;
}

/**
 * An id is a keyed hash, under a key that outlives JEONBO_SECRET_KEY. So no row is kept for a caller: whoever tries
 * keys at random fills no table, and a caller who was away while the key changed is known again.
 */
export async function createCallers(database: Database, key: SecretKey): Promise<Callers> {
  const bytes = await lastingKey(database, key, 'http callers', () => keyUntilNow(database, key));
  const lasting = { id: 'http callers', bytes };
  // So short that it can stand in a log, so long that no two are alike.
  return { identify: async (secrets) => keyedHash(lasting, secrets).slice(0, 22) };
}

/**
 * Ids in a ledger from before this key was kept were made under the secret key itself. The one that was in use is the
 * one that signed the audit log last, wherever it now stands in the list.
 */
async function keyUntilNow(database: Database, key: SecretKey): Promise<Uint8Array> {
  const keys = key.subkeys('http callers');
  const [head] = await database.query<{ key_id: string }>('SELECT key_id FROM audit_head');
  return (keys.find(({ id }) => id === head?.key_id) ?? keys[0]).bytes;
}
