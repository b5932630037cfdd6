import type { Readable, Writable } from 'node:stream';

/** The languages in which url-db speaks to people. */
export type Language = 'ko' | 'en';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** One event; no token, no password. */
export interface LogEntry {
  /** ISO 8601. */
  readonly time: string;
  readonly level: LogLevel;
  /** What happened, in a few words that do not change between versions: `listening`. */
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface UrlDbOptions {
  /** The settings. Default: `process.env`. The README lists the variables. */
  readonly environment?: Environment;
  /** Of what is said to the operator; answers go by Accept-Language. Default: by `JEONBO_LANG`, else the locale. */
  readonly language?: Language;
  /** Gets every event whatever `LOG_LEVEL` says. Default: nothing is logged. */
  readonly log?: (entry: LogEntry) => void;
}

export interface UrlDb {
  readonly version: string;
  /**
   * Opens the database and listens.
   *
   * @returns the address, `http://127.0.0.1:8080`
   * @throws JeonboError that names the setting at fault where the database does not open; the system's own error where the
   *   address is taken
   */
  start(): Promise<string>;
  /** Takes no further request, waits for those that run (30 s), then closes everything. */
  stop(): Promise<void>;
}

/** What `main` reads and writes; by default that of the process. */
export interface MainOptions {
  readonly environment?: Environment;
  readonly stdin?: Readable;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
  /** Aborted: the server stops. */
  readonly signal?: AbortSignal;
}
