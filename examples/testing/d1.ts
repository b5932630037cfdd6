import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** D1 is SQLite behind a binding: the same statements run here on the same engine. */
export function openD1(schema: string) {
  const sqlite = new DatabaseSync(':memory:');
  sqlite.exec(schema);
  return {
    prepare: (sql: string) => ({
      bind: (...values: unknown[]) => ({
        first: async () => sqlite.prepare(sql).get(...(values as SQLInputValue[])) ?? null,
      }),
    }),
  };
}
