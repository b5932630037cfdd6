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
