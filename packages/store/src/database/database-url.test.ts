import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDatabaseUrl, parseDatabaseUrl } from './database-url.ts';

describe('DATABASE_URL', () => {
  it.each([
    ['file:/data/a.sqlite', '/data/a.sqlite'],
    ['file:///data/a%20b.sqlite', '/data/a b.sqlite'],
    ['file:./a.sqlite', resolve('a.sqlite')],
    ['file:a.sqlite', resolve('a.sqlite')],
    ['file:~/a.sqlite', `${homedir()}/a.sqlite`],
  ])('%s is the file %s', (url, path) => {
    expect(parseDatabaseUrl(url)).toEqual({ engine: 'sqlite', path });
  });

  it.each(['postgres://host/name', 'postgresql://user:password@host:5432/name'])(
    '%s is PostgreSQL',
    (url) => {
      expect(parseDatabaseUrl(url)).toEqual({ engine: 'postgres', url });
    },
  );

  it.each([
    '',
    'file:',
    'file::memory:',
    'mysql://user:hunter2@host/name',
    'postgres://a:b:hunter2@',
  ])('"%s" is refused without its password', (url) => {
    const parse = () => parseDatabaseUrl(url);
    expect(parse).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }));
    expect(parse).not.toThrow('hunter2');
    expect(parse).toThrow('DATABASE_URL');
  });

  it('is a file below XDG_DATA_HOME by default', () => {
    expect(defaultDatabaseUrl({ XDG_DATA_HOME: '/data' })).toBe('file:/data/jeonbo/jeonbo.sqlite');
    expect(defaultDatabaseUrl({})).toBe(`file:${homedir()}/.local/share/jeonbo/jeonbo.sqlite`);
  });
});
