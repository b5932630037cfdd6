import type { Database } from '../database/database.ts';
import { sameHash } from '../keys/keyed-hash.ts';
import type { SecretKey } from '../keys/secret-key.ts';
import { exportAudit } from './export-audit.ts';
import { type AuditKeys, type Head, type HeadRow, headColumns, openHead } from './head.ts';
import { hashOfLine } from './line.ts';

export interface AuditVerification {
  readonly ok: boolean;
  /** How many lines were found good. */
  readonly lines: number;
  /** Where it is not ok: the number of the first line that is changed, missing, added or not readable. */
  readonly brokenAt?: number;
  /** `unknown-key`: made with a secret key that is not in the list, so nothing can be said of it. */
  readonly reason?: 'changed' | 'missing' | 'added' | 'head' | 'unknown-key';
}

/**
 * Checks every line against the one before, and both ends against the signed head. Streams, whatever the length, while
 * servers go on writing.
 *
 * What it cannot see: a whole database put back to an earlier state. Keep exports elsewhere against that.
 */
export async function verifyAudit(database: Database, key: SecretKey): Promise<AuditVerification> {
  const keys = key.subkeys('audit');
  let ends = await readEnds(database, keys);
  let lines = 0;
  for (let seen: Place | undefined; ; ) {
    if (!ends.head) return ends.empty ? { ok: true, lines } : { ok: false, lines, ...ends.fault };
    if (!seen || seen.seq < ends.head.baseSeq)
      seen = { seq: ends.head.baseSeq, hash: ends.head.baseHash };
    const { good, place, fault } = await follow(database, keys, seen, ends.head.seq);
    lines += good;
    seen = place;
    const now = await readEnds(database, keys);
    // A purge meanwhile takes lines away under us: go on behind it.
    const purged = now.head !== undefined && now.head.baseSeq > seen.seq;
    if (fault && !purged) return { ok: false, lines, ...fault };
    if (!fault && seen.seq === ends.head.seq && !sameHash(seen.hash, ends.head.hash))
      return { ok: false, lines, brokenAt: seen.seq, reason: 'head' };
    if (!fault && now.head?.seq === seen.seq) return { ok: true, lines };
    ends = now;
  }
}

interface Place {
  readonly seq: number;
  readonly hash: string;
}

type Fault = Required<Pick<AuditVerification, 'brokenAt' | 'reason'>>;

interface Ends {
  readonly head?: Head;
  readonly empty: boolean;
  readonly fault?: Fault;
}

interface EndsRow extends HeadRow {
  first_line: number;
  last_line: number;
}

/** The head, and that no line stands outside it; in one statement, so that a writer cannot come in between. */
async function readEnds(database: Database, keys: AuditKeys): Promise<Ends> {
  const [row] = await database.query<EndsRow>(
    `SELECT ${headColumns}, (SELECT MIN(seq) FROM audit_lines) AS first_line,
       (SELECT MAX(seq) FROM audit_lines) AS last_line FROM audit_head`,
  );
  if (!row) return headless(database);
  const head = openHead(row, keys);
  if (head === 'unknown-key') return broken(row.seq, 'unknown-key');
  if (head === 'forged') return broken(row.seq, 'head');
  if (row.first_line !== null && row.first_line <= head.baseSeq)
    return broken(row.first_line, 'added');
  if (row.last_line !== null && row.last_line > head.seq) return broken(head.seq + 1, 'added');
  return { head, empty: false };
}

/** No head is right only where nothing was ever written. */
async function headless(database: Database): Promise<Ends> {
  const [row] = await database.query<{ used: number }>(
    'SELECT (SELECT COUNT(*) FROM audit_lines) + (SELECT COUNT(*) FROM ledger_sends) AS used',
  );
  return row?.used === 0 ? { empty: true } : broken(1, 'head');
}

function broken(brokenAt: number, reason: Fault['reason']): Ends {
  return { empty: false, fault: { brokenAt, reason } };
}

/** Follows the chain from a known place to the line `end`, or to the first fault. */
async function follow(database: Database, keys: AuditKeys, from: Place, end: number) {
  let place = from;
  let good = 0;
  const stop = (reason: Fault['reason']) => ({
    good,
    place,
    fault: { brokenAt: place.seq + 1, reason },
  });
  for await (const line of exportAudit(database, from.seq)) {
    if (place.seq === end) break;
    if (line.seq !== place.seq + 1) return stop('missing');
    const key = keys.find(({ id }) => id === line.keyId);
    if (!key) return stop('unknown-key');
    if (!sameHash(line.hash, hashOfLine(key, place.hash, line))) return stop('changed');
    place = { seq: line.seq, hash: line.hash };
    good += 1;
  }
  return place.seq < end ? stop('missing') : { good, place, fault: undefined };
}
