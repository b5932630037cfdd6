// The public surface of @jeonbo/kakao-client. What is not named here is internal and may change.
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
export type { Authorization, AuthorizationInput } from './authorization.ts';
export { readCallback } from './authorization.ts';
export { createKakaoClient } from './client.ts';
export type {
  CalendarTemplate,
  CommerceTemplate,
  CustomContent,
  FeedTemplate,
  KakaoButton,
  KakaoCommerce,
  KakaoContent,
  KakaoContentBlock,
  KakaoItemContent,
  KakaoLink,
  KakaoSocial,
  KakaoTemplate,
  ListTemplate,
  LocationTemplate,
  ScrapContent,
  TemplateArgs,
  TextTemplate,
} from './content-types.ts';
export type { IdTokenClaims } from './id-token.ts';
export { createMessageClient } from './message-client.ts';
export type { CodeExchange, KakaoLogin, KakaoOAuth } from './oauth.ts';
export { createKakaoOAuth } from './oauth.ts';
export {
  calendarTemplate,
  commerceTemplate,
  feedTemplate,
  listTemplate,
  locationTemplate,
  textTemplate,
  webLink,
} from './templates.ts';
export type { KakaoTokens, TokenStore } from './token-store.ts';
export { createMemoryTokenStore } from './token-store.ts';
export type {
  Friend,
  FriendOrdering,
  FriendsFilter,
  FriendsPage,
  FriendsPageInput,
  FriendsReceipt,
  KakaoCheckInput,
  KakaoClient,
  KakaoClientOptions,
  KakaoOAuthOptions,
  KakaoScope,
  KakaoUser,
  MemoReceipt,
  MessageClientOptions,
  ReceiverOutcome,
  SendManyOptions,
  SendManyOutcome,
} from './types.ts';
