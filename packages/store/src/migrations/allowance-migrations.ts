import type { MigrationSet } from '../database/migrate.ts';

/** How much of a rate limit is taken, by whom and in which window. Worth no flush to disk: a crash may forget a minute. */
export const allowanceMigrations: MigrationSet = {
  name: 'allowances',
  migrations: [
    (engine) => [
      `CREATE ${engine === 'postgres' ? 'UNLOGGED ' : ''}TABLE allowances (
         name TEXT NOT NULL,
         window_at BIGINT NOT NULL,
         taken INTEGER NOT NULL,
         PRIMARY KEY (name, window_at)
       )`,
      'CREATE INDEX allowances_window ON allowances (window_at)',
    ],
  ],
};
