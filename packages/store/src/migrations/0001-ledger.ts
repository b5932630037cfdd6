import type { Migration } from '../database/migrate.ts';

/** Sends and their recipients, the audit log with its head, confirmations. See the README for what each is for. */
export const createLedgerTables: Migration = (engine) => {
  const sqlite = engine === 'sqlite';
  const number = sqlite
    ? 'INTEGER PRIMARY KEY AUTOINCREMENT'
    : 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY';
  return [
    `CREATE TABLE ledger_sends (
       seq ${number},
       id TEXT NOT NULL UNIQUE,
       provider TEXT NOT NULL,
       account TEXT NOT NULL,
       payer TEXT NOT NULL,
       kind TEXT NOT NULL,
       action TEXT NOT NULL,
       at BIGINT NOT NULL,
       recipients INTEGER NOT NULL,
       rejected INTEGER NOT NULL DEFAULT 0,
       text TEXT
     )`,
    'CREATE INDEX ledger_sends_history ON ledger_sends (account, provider, seq) WHERE recipients > 0',
    // Covers the count for the daily limit, which is taken with the payer locked.
    'CREATE INDEX ledger_sends_usage ON ledger_sends (payer, at, recipients, rejected)',

    // `identity` is a keyed hash of who and what, `holder` one of who and the caller's key (null without a key).
    `CREATE TABLE ledger_entries (
       send_seq BIGINT NOT NULL REFERENCES ledger_sends (seq),
       recipient_index INTEGER NOT NULL,
       at BIGINT NOT NULL,
       identity TEXT NOT NULL,
       holder TEXT,
       recipient TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('begun', 'accepted', 'rejected', 'unknown')),
       provider_id TEXT,
       code TEXT,
       PRIMARY KEY (send_seq, recipient_index)
     )${sqlite ? ' WITHOUT ROWID' : ''}`,
    'CREATE INDEX ledger_entries_identity ON ledger_entries (identity)',
    'CREATE INDEX ledger_entries_holder ON ledger_entries (holder) WHERE holder IS NOT NULL',
    'CREATE INDEX ledger_entries_provider_id ON ledger_entries (provider_id) WHERE provider_id IS NOT NULL',

    `CREATE TABLE audit_lines (
       seq BIGINT PRIMARY KEY,
       at BIGINT NOT NULL,
       event TEXT NOT NULL,
       provider TEXT NOT NULL,
       account TEXT NOT NULL,
       action TEXT NOT NULL,
       recipients INTEGER NOT NULL,
       code TEXT,
       send_id TEXT,
       key_id TEXT NOT NULL,
       hash TEXT NOT NULL
     )`,
    `CREATE TABLE audit_head (
       id INTEGER PRIMARY KEY CHECK (id = 1),
       base_seq BIGINT NOT NULL,
       base_hash TEXT NOT NULL,
       seq BIGINT NOT NULL,
       hash TEXT NOT NULL,
       key_id TEXT NOT NULL,
       signature TEXT NOT NULL
     )`,

    `CREATE TABLE confirmations (
       token_hash TEXT PRIMARY KEY,
       content_hash TEXT NOT NULL,
       expires_at BIGINT NOT NULL
     )`,
    'CREATE INDEX confirmations_expiry ON confirmations (expires_at)',
  ];
};
