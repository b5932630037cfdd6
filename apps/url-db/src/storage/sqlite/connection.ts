import type { StatementSync } from 'node:sqlite';
import { nodeSqlite, retryBusy, sqliteError } from '@jeonbo/store/engines';
import type { SqlValue } from '../sql-value.ts';
import type { Row, Statement } from '../step.ts';

export interface Connection {
  run(statement: Statement): readonly Row[];
  close(): void;
}

/**
 * Statements are prepared once. A commit is on the disk before it returns (synchronous FULL): with less, a power cut could
 * take back the last ids, and the next nodes would get them again.
 */
export async function connect(
  path: string,
  { writes, cacheKilobytes }: { readonly writes: boolean; readonly cacheKilobytes: number },
): Promise<Connection> {
  const { DatabaseSync } = nodeSqlite();
  const connection = new DatabaseSync(path);
  const pragmas = [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // 128 MB: the keys of new URLs lie all over their index, and a page is often written again before it is moved.
    'wal_autocheckpoint = 32000',
    `cache_size = -${cacheKilobytes}`,
    ...(writes ? [] : ['query_only = ON']),
  ];
  try {
    await retryBusy(() => connection.exec(pragmas.map((pragma) => `PRAGMA ${pragma}`).join(';')));
  } catch (error) {
    connection.close();
    throw sqliteError(error, path);
  }
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const prepared = connection.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  return {
    run({ sql, values }) {
      const statement = statements.get(sql) ?? prepare(sql);
      return statement.all(...(values as readonly SqlValue[])) as readonly Row[];
    },
    close: () => connection.close(),
  };
}
