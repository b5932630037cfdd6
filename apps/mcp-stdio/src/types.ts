import type { Readable, Writable } from 'node:stream';

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

/** Where a program reads and writes. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

export interface ServeOptions extends Streams {
  /** Stops serving: the running calls finish first. */
  readonly signal?: AbortSignal;
}

export interface ServerOptions {
  /** Keys, guard rails and the store. Default: `process.env`. The README lists the variables. */
  readonly environment?: Environment;
  /** Default: by `JEONBO_LANG`, else the locale. */
  readonly language?: Language;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gets every event whatever `LOG_LEVEL` says. Default: nothing is logged. */
  readonly log?: (entry: LogEntry) => void;
}

export interface CallOptions {
  /** Cancels the call. What left already is noted as unknown, never sent again. */
  readonly signal?: AbortSignal;
  /** Asked where a guard rail wants a person's yes. Default: the answer is `confirmation_required` with a token. */
  readonly confirm?: (question: string) => Promise<boolean>;
}

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  /** What the tool's output schema describes, or `{success: false, error, error_code}`. */
  readonly content: Readonly<Record<string, unknown>>;
  /** The same in a few words. */
  readonly text: string;
}

/** One messaging server, whatever carries it. */
export interface MessagingServer {
  readonly name: string;
  readonly version: string;
  /**
   * Speaks MCP over two streams, in every protocol revision from 2024-10-07 to 2026-07-28, until the input ends or
   * `signal` is aborted. May be called once.
   */
  serve(options: ServeOptions): Promise<void>;
  /** Calls one tool without a client, behind the same guard rails. */
  callTool(
    name: string,
    parameters: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<ToolAnswer>;
  /** Waits for what runs, then closes the store. */
  close(): Promise<void>;
}

/** What `main` reads and writes; by default that of the process. */
export interface MainOptions {
  readonly environment?: Environment;
  readonly stdin?: Readable;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
  /** Whether a person sits at `stdin` and `stderr` and may be asked. Default: whether both are terminals. */
  readonly interactive?: boolean;
  /** Aborted: a server stops, a call is canceled. */
  readonly signal?: AbortSignal;
}
