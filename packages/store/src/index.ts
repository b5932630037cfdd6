// The public surface of @jeonbo/store. Whoever sends only needs openDatabase, loadSecretKey and createLedger.
export type { Allowances } from './allowances/create-allowances.ts';
export { createAllowances } from './allowances/create-allowances.ts';
export { exportAudit } from './audit/export-audit.ts';
export type { AuditLine } from './audit/line.ts';
export type { AuditVerification } from './audit/verify-audit.ts';
export { verifyAudit } from './audit/verify-audit.ts';
export type { Callers } from './callers/create-callers.ts';
export { createCallers } from './callers/create-callers.ts';
export type {
  Database,
  Engine,
  Queryable,
  Row,
  SqlValue,
  Transaction,
} from './database/database.ts';
export { defaultDatabaseUrl } from './database/database-url.ts';
export { jsonRows } from './database/json-rows.ts';
export type { Migration, MigrationSet } from './database/migrate.ts';
export { migrate } from './database/migrate.ts';
export type { OpenDatabaseOptions } from './database/open-database.ts';
export { openDatabase } from './database/open-database.ts';
export { loadSecretKey } from './keys/load-secret-key.ts';
export type { SecretKey, Subkey } from './keys/secret-key.ts';
export { parseSecretKey } from './keys/secret-key.ts';
export type { LedgerOptions, StoreLedger } from './ledger/create-ledger.ts';
export { createLedger } from './ledger/create-ledger.ts';
export type {
  MessagePage,
  MessagePages,
  MessagePagesOptions,
} from './pages/create-message-pages.ts';
export { createMessagePages } from './pages/create-message-pages.ts';
export type { RecordsOptions } from './records/create-records.ts';
export { createRecords } from './records/create-records.ts';
export type { GetOptions, PutOptions, Records, StoredRecord } from './records/records.ts';
export type { TokenVault, TokenVaultOptions } from './tokens/create-token-vault.ts';
export { createTokenVault } from './tokens/create-token-vault.ts';
