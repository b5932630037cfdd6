import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSecretKey } from './load-secret-key.ts';
import { parseSecretKey } from './secret-key.ts';

const bytes = Buffer.alloc(32, 0xfb);

describe('JEONBO_SECRET_KEY', () => {
  it('is the same key in base64, base64url and hex', () => {
    const forms = ['base64', 'base64url', 'hex'] as const;
    const keys = forms.map((form) => parseSecretKey(bytes.toString(form)).subkeys('ledger'));
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });

  it('gives another subkey for each use, none of them the key', () => {
    const key = parseSecretKey(bytes.toString('hex'));
    const [ledger] = key.subkeys('ledger');
    const [audit] = key.subkeys('audit');
    expect(ledger.bytes).toHaveLength(32);
    expect(ledger.bytes).not.toEqual(audit.bytes);
    expect(Buffer.from(ledger.bytes)).not.toEqual(bytes);
    expect(ledger.id).toBe(audit.id);
  });

  it('holds older keys behind the current one', () => {
    const [newer, older] = [randomBytes(32).toString('hex'), bytes.toString('base64')];
    const both = parseSecretKey(`${newer}, ${older}`).subkeys('ledger');
    expect(both[0]).toEqual(parseSecretKey(newer).subkeys('ledger')[0]);
    expect(both[1]).toEqual(parseSecretKey(older).subkeys('ledger')[0]);
  });

  it.each([
    ['empty', ' , '],
    ['short', Buffer.alloc(31, 0xab).toString('base64')],
    ['short, in hex', Buffer.alloc(31, 0xab).toString('hex')],
    ['no key at all', 'correct horse battery staple, hunter2!'],
    ['good and then bad', `${bytes.toString('hex')},hunter2`],
  ])('that is %s is refused without showing it', (_name, text) => {
    const parse = () => parseSecretKey(text);
    expect(parse).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }));
    expect(parse).toThrow('openssl rand -base64 32');
    expect(parse).not.toThrow(/hunter2|abab|q6ur/);
  });

  it('is shown by no log', () => {
    const key = parseSecretKey(bytes.toString('hex'));
    const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    expect(shown).not.toMatch(/fb|251/);
  });
});

describe('loading the key', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jeonbo-key-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const id = async (environment: Record<string, string>, url: string) =>
    (await loadSecretKey(environment, url)).subkeys('ledger')[0].id;

  it('makes a file beside the SQLite file, for its owner only, once', async () => {
    const path = join(folder, 'one', 'store.sqlite');
    const first = await id({}, `file:${path}`);
    expect((await stat(`${path}.key`)).mode & 0o777).toBe(0o600);
    expect(await id({}, `file:${path}`)).toBe(first);
    expect(await id({}, `file:${join(folder, 'two.sqlite')}`)).not.toBe(first);
  });

  it('ends with one key where many start at once, and leaves no drafts', async () => {
    const url = `file:${join(folder, 'race', 'store.sqlite')}`;
    const ids = await Promise.all(Array.from({ length: 20 }, () => id({}, url)));
    expect(new Set(ids).size).toBe(1);
    expect(await readdir(join(folder, 'race'))).toEqual(['store.sqlite.key']);
  });

  it('prefers the variable, and then makes no file', async () => {
    const url = `file:${join(folder, 'three', 'store.sqlite')}`;
    const given = await id({ JEONBO_SECRET_KEY: bytes.toString('hex') }, url);
    expect(given).toBe(parseSecretKey(bytes.toString('hex')).subkeys('x')[0].id);
    expect(await readdir(folder)).not.toContain('three');
  });

  it('refuses a file that was cut short, and does not replace it', async () => {
    const path = join(folder, 'cut.sqlite');
    await writeFile(`${path}.key`, 'c2hvcnQ=\n');
    await expect(loadSecretKey({}, `file:${path}`)).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      message: expect.stringContaining(`${path}.key`),
    });
    expect(await readFile(`${path}.key`, 'utf8')).toBe('c2hvcnQ=\n');
  });

  it('wants the variable with PostgreSQL, and says how to make one', async () => {
    await expect(loadSecretKey({}, 'postgres://host/name')).rejects.toMatchObject({
      code: 'MISSING_CREDENTIALS',
      field: 'JEONBO_SECRET_KEY',
      message: expect.stringMatching(/JEONBO_SECRET_KEY.*openssl rand -base64 32/),
    });
  });
});
