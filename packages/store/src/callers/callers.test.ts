import { describe, expect, it } from 'vitest';
import { keyedHash } from '../keys/keyed-hash.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, type TestStore, useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';
import { createCallers } from './create-callers.ts';

const secrets = ['twilio', 'AC00', 'hunter2'];

/** What the HTTP server called this caller before there was anything to keep. */
const idBefore = (secret: string) =>
  keyedHash(parseSecretKey(secret).subkeys('http callers')[0], secrets).slice(0, 22);

const identify = async ({ database }: Pick<TestStore, 'database'>, list: string) =>
  (await createCallers(database, parseSecretKey(list))).identify(secrets);

describe.each(testEngines)('callers on %s', (_name, start) => {
  const stores = useStores(start);

  it('have one id each, of which nothing can be read', async () => {
    const { database, secret } = await stores.create();
    const callers = await createCallers(database, parseSecretKey(secret));
    const id = await callers.identify(secrets);
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(await callers.identify([...secrets])).toBe(id);
    const others = [['twilio', 'AC00', 'hunter3'], ['twilio', 'AC00hunter2'], ['twilio']];
    const ids = await Promise.all(others.map((other) => callers.identify(other)));
    expect(new Set([id, ...ids]).size).toBe(4);
  });

  it('keep the id that they had in the ledger', async () => {
    const store = await stores.create();
    expect(await identify(store, store.secret)).toBe(idBefore(store.secret));
  });

  it('keep it when the key changes, seen meanwhile or not, and when the old one is dropped', async () => {
    const store = await stores.create();
    const id = await identify(store, store.secret);
    const [second, third] = [randomSecret(), randomSecret()];
    for (const list of [
      `${store.secret},${second}`,
      `${second},${store.secret}`,
      second,
      `${third},${second}`,
      third,
    ])
      expect(await identify(store, list)).toBe(id);
  });

  it('keep it where the first start with this table is also one with a new key', async () => {
    const { database, secret, ledger } = await stores.create();
    const next = randomSecret();
    await ledger.begin(null, summary(1));
    expect(await identify({ database }, `${next},${secret}`)).toBe(idBefore(secret));
  });

  it('and where the new key stands behind the old one first', async () => {
    const { database, secret, ledger } = await stores.create();
    await ledger.begin(null, summary(1));
    const next = randomSecret();
    await createLedger(database, { key: parseSecretKey(`${secret},${next}`) });
    expect(await identify({ database }, `${secret},${next}`)).toBe(idBefore(secret));
  });

  it('have one id where many instances start at once, with the keys in either order', async () => {
    const store = await stores.create();
    const next = randomSecret();
    const starts = Array.from({ length: 8 }, async (_, index) => {
      const other = await store.again();
      const list = index % 2 ? [next, store.secret] : [store.secret, next];
      return identify(other, list.join(','));
    });
    const ids = await Promise.all(starts);
    expect(new Set(ids)).toEqual(new Set([idBefore(store.secret)]));
  });

  it('are not told apart anew without the key: the start fails', async () => {
    const store = await stores.create();
    await identify(store, store.secret);
    await expect(identify(store, randomSecret())).rejects.toMatchObject({
      code: 'MISSING_CREDENTIALS',
      field: 'JEONBO_SECRET_KEY',
    });
  });

  it('leave nothing in the tables, however many keys are tried', async () => {
    const { database, secret } = await stores.create();
    const callers = await createCallers(database, parseSecretKey(secret));
    await Promise.all(Array.from({ length: 50 }, (_, index) => callers.identify([`${index}`])));
    expect(await database.query('SELECT name FROM lasting_keys')).toEqual([
      { name: 'http callers' },
    ]);
  });
});
