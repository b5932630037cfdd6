import type { Migration } from '../database/migrate.ts';

/** Sealed records with their names, tokens with the leases of whoever renews them, keys that outlive JEONBO_SECRET_KEY. */
export const createSealedTables: Migration = (engine) => {
  const bytes = engine === 'sqlite' ? 'BLOB' : 'BYTEA';
  return [
    // The hash is of the kind and the id together, so it alone names a row.
    `CREATE TABLE sealed_records (
       id_hash TEXT PRIMARY KEY,
       kind TEXT NOT NULL,
       sealed ${bytes} NOT NULL,
       expires_at BIGINT,
       consumed_at BIGINT,
       group_hash TEXT,
       created_at BIGINT NOT NULL
     )`,
    'CREATE INDEX sealed_records_group ON sealed_records (group_hash, kind) WHERE group_hash IS NOT NULL',
    'CREATE INDEX sealed_records_expiry ON sealed_records (expires_at) WHERE expires_at IS NOT NULL',
    `CREATE TABLE sealed_names (
       name_hash TEXT PRIMARY KEY,
       id_hash TEXT NOT NULL REFERENCES sealed_records (id_hash) ON DELETE CASCADE
     )`,
    'CREATE INDEX sealed_names_record ON sealed_names (id_hash)',

    `CREATE TABLE vault_tokens (
       provider TEXT NOT NULL,
       account TEXT NOT NULL,
       sealed ${bytes} NOT NULL,
       PRIMARY KEY (provider, account)
     )`,
    `CREATE TABLE vault_leases (
       provider TEXT NOT NULL,
       account TEXT NOT NULL,
       holder TEXT NOT NULL,
       until BIGINT NOT NULL,
       PRIMARY KEY (provider, account)
     )`,

    `CREATE TABLE lasting_keys (
       name TEXT PRIMARY KEY,
       sealed ${bytes} NOT NULL
     )`,
  ];
};
