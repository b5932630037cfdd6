import type { Database } from '../database/database.ts';
import { type AuditLine, type LineRow, lineColumns, lineOf } from './line.ts';

const pageSize = 1000;

/**
 * The audit log, oldest line first, a page in memory at a time.
 *
 * @param after the line number to start behind
 * @example for await (const line of exportAudit(database)) output.write(`${JSON.stringify(line)}\n`);
 */
export async function* exportAudit(database: Database, after = 0): AsyncGenerator<AuditLine> {
  for (let last = after; ; ) {
    const page = await database.query<LineRow>(
      `SELECT ${lineColumns} FROM audit_lines WHERE seq > ? ORDER BY seq LIMIT ${pageSize}`,
      [last],
    );
    for (const row of page) yield lineOf(row);
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end.seq;
  }
}
