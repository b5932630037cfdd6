// The public surface of @jeonbo/twilio-client. What is not named here is internal and may change.
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
export { createTwilioClient } from './client.ts';
export { createMessageClient } from './message-client.ts';
export type {
  Feedback,
  Media,
  MediaFilter,
  Message,
  MessageChange,
  MessageDirection,
  MessageFilter,
  MessageInput,
  MessageStatus,
  SentMessage,
} from './message-types.ts';
export type { SignedRequest, SignedUrl } from './signature.ts';
export { signRequest, validateSignature } from './signature.ts';
export type {
  MessageClientOptions,
  SendManyOptions,
  SendOutcome,
  TwilioCheckInput,
  TwilioClient,
  TwilioClientOptions,
  TwilioRegion,
} from './types.ts';
export type { InboundMedia, InboundMessage, StatusCallback, WebhookParams } from './webhook.ts';
export { parseInboundMessage, parseStatusCallback } from './webhook.ts';
export type {
  FetchStyleRequest,
  NodeStyleRequest,
  ValidateRequestOptions,
} from './webhook-request.ts';
export { validateNodeRequest, validateRequest } from './webhook-request.ts';
