export type Engine = 'sqlite' | 'postgres';

/** What both engines take and give. Times are milliseconds since 1970 in a BIGINT, hashes are text. */
export type SqlValue = string | number | Uint8Array | null;

export type Row = Record<string, SqlValue>;

export interface Queryable {
  /**
   * Runs one statement of SQL that both engines read, with `?` for each value.
   *
   * @returns the rows, an empty list where the statement gives none
   * @throws JeonboError whose words name DATABASE_URL, never its password
   */
  query<Result extends Row = Row>(sql: string, values?: readonly SqlValue[]): Promise<Result[]>;
}

export interface Transaction extends Queryable {
  /**
   * Waits for a named lock and keeps it to the end of the transaction. PostgreSQL: an advisory lock, so statements
   * after it see all that its last holder committed. SQLite: nothing, a transaction is the only writer there.
   */
  lock(name: string): Promise<void>;
}

/** The little of a database that we use, the same for SQLite and PostgreSQL. */
export interface Database extends Queryable {
  readonly engine: Engine;
  /**
   * Runs `work` in a transaction that writes: all of it is kept, or, where `work` throws, nothing.
   * Use only the `transaction` inside; `database.query` would wait for its end.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Waits for what runs, then closes. */
  close(): Promise<void>;
}
