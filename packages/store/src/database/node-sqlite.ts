import { JeonboError } from '@jeonbo/core';

/**
 * Node's own SQLite, without the one ExperimentalWarning that Node 22 writes to stderr at its first use.
 * Asked of the process instead of imported, because bundlers turn `node:sqlite` into `sqlite`, which does not exist.
 */
export function nodeSqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const sqlite = process.getBuiltinModule('node:sqlite');
    if (sqlite) return sqlite;
  } finally {
    process.emitWarning = emitWarning;
  }
  throw new JeonboError(
    'NOT_SUPPORTED',
    `Node ${process.versions.node} has no SQLite. Use Node 22.13 or newer, or PostgreSQL in DATABASE_URL.`,
    { field: 'DATABASE_URL' },
  );
}
