import { JeonboError } from '@jeonbo/core';
import type { Queryable, Row } from '../database/database.ts';
import { keyedHash, sameHash } from '../keys/keyed-hash.ts';
import type { Subkey } from '../keys/secret-key.ts';

/** Both ends of the chain, signed: without it, whoever cuts off the last lines leaves a chain that still verifies. */
export interface Head {
  /** The last line that was purged, 0 for none: the chain starts after it. */
  readonly baseSeq: number;
  readonly baseHash: string;
  /** The last line. */
  readonly seq: number;
  readonly hash: string;
}

export interface HeadRow extends Row {
  base_seq: number;
  base_hash: string;
  seq: number;
  hash: string;
  key_id: string;
  signature: string;
}

export type AuditKeys = readonly [Subkey, ...Subkey[]];

export const headColumns = 'base_seq, base_hash, seq, hash, key_id, signature';

/** The head, where its signature is right; `unknown-key` where it was made with a key that is not in the list. */
export function openHead(row: HeadRow, keys: AuditKeys): Head | 'forged' | 'unknown-key' {
  const key = keys.find(({ id }) => id === row.key_id);
  if (!key) return 'unknown-key';
  const head = {
    baseSeq: row.base_seq,
    baseHash: row.base_hash,
    seq: row.seq,
    hash: row.hash,
  };
  return sameHash(row.signature, sign(key, head)) ? head : 'forged';
}

/** Reads the head to write behind it. Going on from a forged one would sign the forgery, so nothing goes on. */
export async function readHead(database: Queryable, keys: AuditKeys): Promise<Head> {
  const [row] = await database.query<HeadRow>(`SELECT ${headColumns} FROM audit_head`);
  const head = row ? openHead(row, keys) : 'forged';
  if (head === 'unknown-key') throw unknownKey();
  if (head === 'forged') throw forgedHead();
  return head;
}

export async function writeHead(database: Queryable, keys: AuditKeys, head: Head): Promise<void> {
  const [key] = keys;
  await database.query(
    `INSERT INTO audit_head (id, base_seq, base_hash, seq, hash, key_id, signature)
     VALUES (1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET base_seq = excluded.base_seq, base_hash = excluded.base_hash,
       seq = excluded.seq, hash = excluded.hash, key_id = excluded.key_id, signature = excluded.signature`,
    [head.baseSeq, head.baseHash, head.seq, head.hash, key.id, sign(key, head)],
  );
}

function sign(key: Subkey, { baseSeq, baseHash, seq, hash }: Head): string {
  return keyedHash(key, ['head', baseSeq, baseHash, seq, hash, key.id]);
}

function unknownKey(): JeonboError {
  return new JeonboError(
    'MISSING_CREDENTIALS',
    'The ledger at DATABASE_URL was written with a secret key that this program was not given. Without it, earlier ' +
      'sends are not recognised. Add the old key behind the new one: JEONBO_SECRET_KEY=new,old (the old one may be ' +
      'in the .key file beside the database).',
    { field: 'JEONBO_SECRET_KEY' },
  );
}

function forgedHead(): JeonboError {
  return new JeonboError(
    'INTERNAL_ERROR',
    'The audit log at DATABASE_URL was changed outside this program. Nothing is sent until it is looked into: keep ' +
      'a copy, run "audit verify", then give DATABASE_URL a new database.',
    { field: 'DATABASE_URL' },
  );
}
