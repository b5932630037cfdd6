import type { Row } from '../database/database.ts';
import type { Seal, SealContext } from '../vault/seal.ts';
import type { StoredRecord } from './records.ts';

export interface RecordRow extends Row {
  id_hash: string;
  sealed: Uint8Array;
  expires_at: number | null;
  consumed_at: number | null;
}

export const rowColumns = 'id_hash, sealed, expires_at, consumed_at';

/** What is sealed: the names too, as hashes, so that a name cannot be turned to another record. */
export interface SealedContent<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** The expiry belongs to it: whoever can write to the database cannot make an old token good again. */
export function recordContext(kind: string, hash: string, expiresAt: number | null): SealContext {
  return ['record', kind, hash, expiresAt];
}

export function openRow<T>(
  seal: Seal,
  kind: string,
  row: RecordRow,
): { readonly record: StoredRecord<T>; readonly names: readonly string[] } {
  const { id_hash: hash, expires_at: expiresAt, consumed_at: consumedAt } = row;
  const content = seal.open(row.sealed, recordContext(kind, hash, expiresAt)) as SealedContent<T>;
  return { record: { value: content.value, expiresAt, consumedAt }, names: content.names };
}
