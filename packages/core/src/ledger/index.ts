export type { AuditEvent, AuditLog, ConfirmationStore } from './audit.ts';
export type {
  BeginOptions,
  BeginResult,
  HistoryEntry,
  HistoryPage,
  HistoryQuery,
  LedgerRecipient,
  OwnsQuery,
  PriorEntry,
  SendLedger,
  SendOutcome,
  SendSummary,
} from './ledger.ts';
export { inDoubtWindowMs } from './ledger.ts';
export { createMemoryLedger } from './memory-ledger.ts';
export type { LedgeredSend } from './send-with-ledger.ts';
export { sendWithLedger } from './send-with-ledger.ts';
