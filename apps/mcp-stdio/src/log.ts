import { redact } from './redact.ts';
import type { LogEntry, LogLevel } from './types.ts';

export const logLevels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

type Write = (event: string, fields?: Readonly<Record<string, unknown>>) => void;
export type Log = Readonly<Record<LogLevel, Write>>;

/** Says what happens as one object an event, redacted before anybody sees it. */
export function createLog(write: (entry: LogEntry) => void, secrets: readonly string[]): Log {
  const at =
    (level: LogLevel): Write =>
    (event, fields = {}) => {
      const safe = redact(fields, secrets) as Record<string, unknown>;
      write({ time: new Date().toISOString(), level, event, ...safe });
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** Writes entries as JSON lines, from a level upwards. An unknown LOG_LEVEL counts as `info`; --check tells it. */
export function jsonLines(
  stream: { write(text: string): unknown },
  level: string | undefined,
): (entry: LogEntry) => void {
  const chosen = logLevels.findIndex((name) => name === level?.trim().toLowerCase());
  const shown = logLevels.slice(0, (chosen < 0 ? logLevels.indexOf('info') : chosen) + 1);
  return (entry) => {
    if (shown.includes(entry.level)) stream.write(`${JSON.stringify(entry)}\n`);
  };
}
