// For a program with adapters of its own, as the load of url-db needs them: the same addresses, faults and patience.
export { parseDatabaseUrl, withoutPassword } from './database/database-url.ts';
export type { Mutex } from './database/mutex.ts';
export { createMutex } from './database/mutex.ts';
export { nodeSqlite } from './database/node-sqlite.ts';
export { postgresError } from './database/postgres-error.ts';
export { retryBusy } from './database/retry-busy.ts';
export { isBusy, sqliteError } from './database/sqlite-error.ts';
