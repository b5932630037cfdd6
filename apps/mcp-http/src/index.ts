// The public surface of @jeonbo/mcp-http. What is not named here is internal and may change.
export { createHttpServer } from './http-server.ts';
export { main } from './main.ts';
export type {
  Environment,
  HttpServer,
  HttpServerOptions,
  Language,
  LogEntry,
  LogLevel,
  MainOptions,
  ServerName,
} from './types.ts';
