import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { allowanceMigrations } from '../migrations/allowance-migrations.ts';

/** Rate limits that all instances on one store share. */
export interface Allowances {
  /**
   * Takes up to `want` of what is left of `limit` in one window, atomically.
   *
   * @param window when it began, in milliseconds since 1970
   * @returns how many were taken, 0 where nothing is left
   */
  take(name: string, window: number, want: number, limit: number): Promise<number>;
  /** Forgets the windows before this one. */
  forget(window: number): Promise<void>;
}

/** Makes the tables where they are missing. */
export async function createAllowances(database: Database): Promise<Allowances> {
  await migrate(database, allowanceMigrations);
  return {
    async take(name, window, want, limit) {
      const first = Math.min(want, limit);
      // Where nothing is left no row changes, and so none comes back. Beyond the limit nothing is counted.
      const [row] = await database.query<{ taken: number }>(
        `INSERT INTO allowances (name, window_at, taken) VALUES (?, ?, CAST(? AS INTEGER))
         ON CONFLICT (name, window_at) DO UPDATE SET taken = allowances.taken + excluded.taken
         WHERE allowances.taken < CAST(? AS INTEGER) RETURNING taken`,
        [name, window, first, limit],
      );
      return row ? first - Math.max(0, row.taken - limit) : 0;
    },
    async forget(window) {
      await database.query('DELETE FROM allowances WHERE window_at < ?', [window]);
    },
  };
}
