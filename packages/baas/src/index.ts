// The public surface of @jeonbo/baas-client. What is not named here is internal and may change.
export type {
  CallOptions,
  CheckResult,
  DeliveryReport,
  ErrorCode,
  Issue,
  MessageClient,
  OutboundMessage,
  Recipient,
  SendReceipt,
} from '@jeonbo/core';
// So that an app needs no second package to read what it catches.
export { JeonboError } from '@jeonbo/core';
export { createBaasClient } from './client.ts';
export { createMessageClient } from './message-client.ts';
export type {
  BaasCheckInput,
  BaasClient,
  BaasClientOptions,
  BaasProfile,
  BaasRecipient,
  ChunkOutcome,
  GroupMessage,
  GroupReceipt,
  GroupStatus,
  GroupStatusWord,
  HistoryInput,
  MessageClientOptions,
  MmsInput,
  RecipientInput,
  RegisteredRecipient,
  SendManyOptions,
  SmsInput,
} from './types.ts';
