import type { AuditEvent } from '@jeonbo/core/ledger';
import type { Row } from '../database/database.ts';
import { keyedHash } from '../keys/keyed-hash.ts';
import type { Subkey } from '../keys/secret-key.ts';

/** One line of the audit log as it is kept and exported. */
export interface AuditLine extends Omit<AuditEvent, 'code' | 'sendId'> {
  /** 1, 2, 3 …, without a gap. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: string | null;
  readonly sendId: string | null;
  /** Which secret key the hash was made with. */
  readonly keyId: string;
  /** HMAC-SHA256 over the hash of the line before and all fields above. */
  readonly hash: string;
}

/** The hash that chains a line to the one before. The order of fields is part of the format. */
export function hashOfLine(
  key: Subkey,
  previousHash: string,
  line: Omit<AuditLine, 'hash'>,
): string {
  const { seq, at, event, provider, account, action, recipients, code, sendId, keyId } = line;
  const fields = [seq, at, event, provider, account, action, recipients, code, sendId, keyId];
  return keyedHash(key, ['line', previousHash, ...fields]);
}

export interface LineRow extends Row {
  seq: number;
  at: number;
  event: string;
  provider: string;
  account: string;
  action: string;
  recipients: number;
  code: string | null;
  send_id: string | null;
  key_id: string;
  hash: string;
}

export const lineColumns =
  'seq, at, event, provider, account, action, recipients, code, send_id, key_id, hash';

export function lineOf({ send_id, key_id, hash, ...row }: LineRow): AuditLine {
  const event = row.event as AuditEvent['event'];
  return { ...row, event, sendId: send_id, keyId: key_id, hash };
}
