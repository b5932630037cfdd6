import type { Dialect } from './dialect.ts';
import type { Step } from './step.ts';

/** A moment of the database that stays as it is while others write. */
interface Snapshot {
  read<Result>(step: () => Step<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** What runs steps: SQLite's connections, or a pool of PostgreSQL's. */
export interface Engine {
  readonly dialect: Dialect;
  read<Result>(step: () => Step<Result>): Promise<Result>;
  /** In a transaction: all of it is kept, or, where the step throws, nothing. May run the step again from its start. */
  write<Result>(step: () => Step<Result>): Promise<Result>;
  /** The same for steps that come one after the other, from somewhere else; not run again. */
  writeAll(steps: AsyncIterable<() => Step<void>>): Promise<void>;
  snapshot(): Promise<Snapshot>;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
