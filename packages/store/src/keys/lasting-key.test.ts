import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, useStores } from '../testing/store-fixture.ts';
import { lastingKey } from './lasting-key.ts';
import { parseSecretKey } from './secret-key.ts';

const first = async () => new Uint8Array(randomBytes(32));

describe.each(testEngines)('a key that outlives JEONBO_SECRET_KEY on %s', (_name, start) => {
  const stores = useStores(start);

  it('is one, of many that start at once', async () => {
    const store = await stores.create();
    const starts = Array.from({ length: 8 }, async () => {
      const { database, secret } = await store.again();
      return lastingKey(database, parseSecretKey(secret), 'test', first);
    });
    const keys = (await Promise.all(starts)).map((bytes) => Buffer.from(bytes).toString('hex'));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toHaveLength(64);
  });

  it('stays what the first to finish made it', async () => {
    const { database, secret } = await stores.create();
    const key = parseSecretKey(secret);
    let faster: Uint8Array | undefined;
    const slower = await lastingKey(database, key, 'test', async () => {
      faster = await lastingKey(database, key, 'test', first);
      return first();
    });
    expect(faster).toHaveLength(32);
    expect(slower).toEqual(faster);
  });

  it('is another for each name, and never in the table as it is', async () => {
    const { database, secret } = await stores.create();
    const key = parseSecretKey(secret);
    const one = Buffer.from(await lastingKey(database, key, 'one', first));
    expect(Buffer.from(await lastingKey(database, key, 'two', first))).not.toEqual(one);
    const rows = await database.query<{ sealed: Uint8Array }>('SELECT sealed FROM lasting_keys');
    for (const { sealed } of rows) {
      expect(Buffer.from(sealed).includes(one)).toBe(false);
      expect(Buffer.from(sealed).includes(one.toString('base64'))).toBe(false);
    }
  });

  it('is not written again by a start with the same key', async () => {
    const { database, secret } = await stores.create();
    const start = (secrets: string) => lastingKey(database, parseSecretKey(secrets), 'test', first);
    const kept = () => database.query('SELECT sealed FROM lasting_keys');
    const bytes = await start(secret);
    const before = await kept();
    expect(await start(`${secret},${randomSecret()}`)).toEqual(bytes);
    expect(await kept()).toEqual(before);
    expect(await start(`${randomSecret()},${secret}`)).toEqual(bytes);
    expect(await kept()).not.toEqual(before);
  });
});
