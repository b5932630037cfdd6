// The public surface of @jeonbo/sandbox. What is not named here is internal and may change.
export type { Clock } from './clock.ts';
export type {
  DeliveryState,
  Exchange,
  Fault,
  MessageCard,
  SandboxEvent,
  SandboxMessage,
  StandingFault,
  WebhookCall,
} from './contract.ts';
export { createSandbox } from './create-sandbox.ts';
export { SandboxInputError } from './input-error.ts';
export type { ManualClock } from './manual-clock.ts';
export { manualClock } from './manual-clock.ts';
export type { MessageCounts } from './messages/message-log.ts';
export type { MessageQuery } from './messages/query.ts';
export type { WaitQuery } from './messages/wait-for-message.ts';
export type { Sandbox, SandboxOptions, StartOptions } from './options.ts';
export type {
  BaasAccount,
  BaasSeed,
  KakaoApp,
  KakaoFriend,
  KakaoReceiverError,
  KakaoScope,
  KakaoSeed,
  KakaoUser,
  Seed,
  SeedRecipient,
  TwilioAccount,
  TwilioSeed,
} from './seed/seed.ts';
export type { SandboxSnapshot } from './snapshot.ts';
export { startSandbox } from './start-sandbox.ts';
