import { openDatabase } from '@jeonbo/store';
import { parseDatabaseUrl } from '@jeonbo/store/engines';
import { urlDbMigrations } from './migrations/url-db-migrations.ts';
import { withBulkWriter } from './sqlite/bulk-writer.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { UrlStore } from './store.ts';
import { createUrlStore } from './url-store.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. Default: the clock. */
  readonly now?: (() => number) | undefined;
}

/**
 * Opens the database and brings its tables up to date, once, however many processes start together.
 *
 * @param url `file:…` (SQLite, made where it is missing) or `postgres://…`
 * @throws JeonboError whose words name DATABASE_URL
 * @example const store = await openStore('file:./url-db.sqlite');
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<UrlStore> {
  const address = parseDatabaseUrl(url);
  await (await openDatabase(url, { migrations: urlDbMigrations })).close();
  if (address.engine === 'sqlite') {
    const store = createUrlStore(await openSqlite(address.path), options);
    return withBulkWriter(store, address.path, options);
  }
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return createUrlStore(await openPostgres(address.url), options);
}
