import type { Environment, LogEntry, LogLevel } from './types.ts';
import { percentDecoded } from './urls/percent-decoded.ts';

export const logLevels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug'];

type Write = (event: string, fields?: Readonly<Record<string, unknown>>) => void;
export type Log = Readonly<Record<LogLevel, Write>>;

/** Says what happens as one object an event, with the secrets of the settings taken out. */
export function createLog(write: (entry: LogEntry) => void, environment: Environment): Log {
  const secrets = secretsIn(environment);
  const at =
    (level: LogLevel): Write =>
    (event, fields = {}) => {
      const safe = redact(fields, secrets) as Readonly<Record<string, unknown>>;
      write({ time: new Date().toISOString(), level, event, ...safe });
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
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

function redact(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string')
    return secrets.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), value);
  if (Array.isArray(value)) return value.map((inner) => redact(inner, secrets));
  if (value instanceof Error) {
    const { name, message, stack } = value;
    const code = 'code' in value ? value.code : undefined;
    return redact({ name, code, message, at: stack?.split('\n').slice(1, 4).join(' ') }, secrets);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, redact(inner, secrets)]),
  );
}

function secretsIn({ URL_DB_TOKENS, DATABASE_URL }: Environment): readonly string[] {
  const tokens = (URL_DB_TOKENS ?? '').split(/[\s,]+/);
  const password = DATABASE_URL && URL.parse(DATABASE_URL)?.password;
  return [...tokens, ...(password ? [password, percentDecoded(password)] : [])].filter(
    (secret) => secret.length >= 6,
  );
}
