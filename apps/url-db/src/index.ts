// The public surface of @jeonbo/url-db. What is not named here is internal and may change.
export { main } from './main.ts';
export type {
  Environment,
  Language,
  LogEntry,
  LogLevel,
  MainOptions,
  UrlDb,
  UrlDbOptions,
} from './types.ts';
export { createUrlDb } from './url-db.ts';
