import type { SqlValue } from './sql-value.ts';

export type Row = Readonly<Record<string, SqlValue>>;

export interface Statement {
  readonly sql: string;
  readonly values: readonly (SqlValue | readonly SqlValue[])[];
  /** Whether its plan depends on the values, so that PostgreSQL must plan it anew each time. */
  readonly planEachTime?: boolean;
}

/**
 * Work on a database as a generator that yields statements and is given their rows. One text serves both engines:
 * SQLite runs a step through without leaving it, which an async function could not; PostgreSQL waits at each statement.
 */
export type Step<Result> = Generator<Statement, Result, readonly Row[]>;

export type Values = Statement['values'];

/** SQL that both engines read, with `?` for each value. */
export function* rows<Result extends object = Row>(
  sql: string,
  values: Values = [],
): Step<readonly Result[]> {
  return (yield { sql, values }) as readonly Result[];
}

/** The first row. */
export function* row<Result extends object = Row>(
  sql: string,
  values: Values = [],
): Step<Result | undefined> {
  const found = yield { sql, values };
  return found[0] as Result | undefined;
}

/** As `rows`, for a search. */
export function* plannedRows<Result extends object = Row>(
  sql: string,
  values: Values = [],
): Step<readonly Result[]> {
  return (yield { sql, values, planEachTime: true }) as readonly Result[];
}

/** A step that needs no statement. */
export function* already<Result>(result: Result): Step<Result> {
  yield* [];
  return result;
}
