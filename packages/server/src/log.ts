import { redact } from './redact.ts';
import type { LogEntry, LogLevel } from './types.ts';

export const logLevels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

type Write = (event: string, fields?: Readonly<Record<string, unknown>>) => void;
export type Log = Readonly<Record<LogLevel, Write>>;

/**
 * Says what happens as one object an event, redacted before anybody sees it. Errors at once; everything else when the
 * loop is free, so that no answer waits for its log line (the first one by 5 ms).
 */
export function createLog(write: (entry: LogEntry) => void, secrets: readonly string[]): Log {
  const at =
    (level: LogLevel): Write =>
    (event, fields = {}) => {
      const now = Date.now();
      const say = () => {
        const safe = redact(fields, secrets) as Record<string, unknown>;
        write({ time: new Date(now).toISOString(), level, event, ...safe });
      };
      if (level === 'error') say();
      else setImmediate(say);
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** Resolves when everything said so far is written. */
export function logged(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Writes entries as JSON lines, from a level upwards. An unknown LOG_LEVEL counts as `info`; --check tells it. */
export function jsonLines(
  stream: { write(text: string): unknown },
  level: string | undefined,
): (entry: LogEntry) => void {
  const wanted = level?.trim().toLowerCase();
  const chosen = logLevels.find((name) => name === wanted) ?? 'info';
  const shown = logLevels.slice(0, logLevels.indexOf(chosen) + 1);
  return (entry) => {
    if (shown.includes(entry.level)) stream.write(`${JSON.stringify(entry)}\n`);
  };
}
