// The public surface of @jeonbo/mcp-stdio. What is not named here is internal and may change.
export { createBaasServer } from './baas/server.ts';
export { createKakaoServer } from './kakao/server.ts';
export { main } from './main.ts';
export { createTwilioServer } from './twilio/server.ts';
export type {
  CallOptions,
  Environment,
  Language,
  LogEntry,
  LogLevel,
  MainOptions,
  MessagingServer,
  ServeOptions,
  ServerOptions,
  Streams,
  ToolAnswer,
} from './types.ts';
