import { expect, it } from 'vitest';
import { createLog, jsonLines } from './log.ts';
import type { LogEntry } from './types.ts';

const token = 'a-token-of-some-length';
const environment = {
  URL_DB_TOKENS: `${token}, another-token-of-length`,
  DATABASE_URL: 'postgres://kim:pass%20word%@localhost/x',
};

it('takes tokens and the password of the database out of everything that is written', () => {
  const entries: LogEntry[] = [];
  const error = new Error(`refused another-token-of-length`, { cause: token });
  const fields = { path: `/${token}`, list: [{ url: environment.DATABASE_URL }], error };
  createLog((entry) => entries.push(entry), environment).warn('refused', fields);
  createLog((entry) => entries.push(entry), environment).warn('said', { words: 'pass word%' });
  const written = JSON.stringify(entries);
  expect(written).not.toMatch(/a-token|another-token|pass/);
  expect(entries[0]).toMatchObject({
    level: 'warn',
    event: 'refused',
    path: '/[redacted]',
    error: { name: 'Error', message: 'refused [redacted]' },
  });
});

it.each([
  ['error', ['error']],
  ['WARN', ['error', 'warn']],
  [undefined, ['error', 'warn', 'info']],
  ['verbose', ['error', 'warn', 'info']],
  ['debug', ['error', 'warn', 'info', 'debug']],
])('at level %s writes %j, each on a line', (level, shown) => {
  const lines: string[] = [];
  const log = createLog(jsonLines({ write: (text) => lines.push(text) }, level), {});
  for (const name of ['error', 'warn', 'info', 'debug'] as const) log[name]('said');
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(shown);
  expect(lines.every((line) => line.endsWith('}\n'))).toBe(true);
});
