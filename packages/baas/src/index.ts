// The public surface of @jeonbo/baas-client. What is not named here is internal and may change.
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
