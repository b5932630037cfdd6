import type { Writable } from 'node:stream';

/** The languages in which Jeonbo speaks to people. */
export type Language = 'ko' | 'en';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** One event, redacted: no key, no message text, no whole phone number. */
export interface LogEntry {
  /** ISO 8601. */
  readonly time: string;
  readonly level: LogLevel;
  /** What happened, in a few words that do not change between versions: `tool called`. */
  readonly event: string;
  readonly [field: string]: unknown;
}

/** The servers that can be served. */
export type ServerName = 'baas' | 'kakao' | 'twilio';

export interface HttpServerOptions {
  /** One is served at `/mcp`, and each at `/<name>/mcp`. */
  readonly servers: readonly ServerName[];
  /** Keys, tokens, guard rails and the store. Default: `process.env`. The README lists the variables. */
  readonly environment?: Environment;
  /** Default: by `JEONBO_LANG`, else the locale. */
  readonly language?: Language;
  /** For requests to providers. Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * For the metadata documents by which OAuth clients may name themselves. Default: https only, never a private address.
   * In tests it may read them from elsewhere.
   */
  readonly fetchClientMetadata?: typeof globalThis.fetch;
  /** Gets every event whatever `LOG_LEVEL` says. Default: nothing is logged. */
  readonly log?: (entry: LogEntry) => void;
}

export interface HttpServer {
  readonly version: string;
  /**
   * Opens the store and listens.
   *
   * @returns the address, `http://127.0.0.1:4020`
   * @throws JeonboError that names the setting at fault where the store does not open; the system's own error where the
   *   address is taken
   */
  start(): Promise<string>;
  /** Takes no further call, waits for those that run (30 s), then closes everything. */
  stop(): Promise<void>;
}

/** What `main` reads and writes; by default that of the process. */
export interface MainOptions {
  readonly environment?: Environment;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
  /** Aborted: the server stops. */
  readonly signal?: AbortSignal;
}
