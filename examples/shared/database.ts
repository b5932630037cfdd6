/**
 * All that the examples ask of a database: run one statement and give back its first row.
 * Each statement of theirs is atomic, so several servers may share one database.
 *
 * PostgreSQL: the same statements, with `$1, $2, …` in place of `?`.
 */
export interface Database {
  first(sql: string, ...values: (string | number | null)[]): Promise<Row | null>;
}

type Row = Readonly<Record<string, unknown>>;

/** The part of a Cloudflare D1 binding that is used. Create the tables with `wrangler d1 execute`. */
export interface D1Binding {
  prepare(sql: string): { bind(...values: unknown[]): { first(): Promise<Row | null> } };
}

export function fromD1(binding: D1Binding): Database {
  return {
    first: (sql, ...values) =>
      binding
        .prepare(sql)
        .bind(...values)
        .first(),
  };
}
