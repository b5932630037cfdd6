import { JeonboError } from '@jeonbo/core';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, type TestStore, useStores } from '../testing/store-fixture.ts';
import { createTokenVault, type TokenVaultOptions } from './create-token-vault.ts';

const away = new JeonboError('NETWORK_ERROR', 'away', { retryable: true });

interface Tokens {
  readonly access: string;
}

const vaultOf = (
  { database, secret }: Pick<TestStore, 'database' | 'secret'>,
  options: Partial<TokenVaultOptions> = {},
) => createTokenVault<Tokens>(database, parseSecretKey(secret), { provider: 'kakao', ...options });

const tokens = (access: string): Tokens => ({ access });

describe.each(testEngines)('the token vault on %s', (_name, start) => {
  const stores = useStores(start);

  it('keeps tokens by provider and account', async () => {
    const store = await stores.create();
    const vault = await vaultOf(store);
    const others = await vaultOf(store, { provider: 'other' });
    expect(await vault.get('work')).toBeUndefined();
    await vault.set('work', tokens('1'));
    await vault.set('default', tokens('2'));
    await others.set('work', tokens('3'));
    expect(await vault.get('work')).toEqual(tokens('1'));
    expect(await others.get('work')).toEqual(tokens('3'));
    expect(await vault.accounts()).toEqual(['default', 'work']);
    await vault.delete('work');
    await vault.delete('nobody');
    expect(await vault.get('work')).toBeUndefined();
    expect(await vault.accounts()).toEqual(['default']);
    expect(await others.accounts()).toEqual(['work']);
  });

  it('gives each its own where many are asked for at once', async () => {
    const vault = await vaultOf(await stores.create());
    await vault.set('a', tokens('1'));
    await vault.set('b', tokens('2'));
    const found = await Promise.all(['b', 'nobody', 'a', 'b'].map((name) => vault.get(name)));
    expect(found.map((one) => one?.access)).toEqual(['2', undefined, '1', '2']);
  });

  it('lets one change an account at a time, each on what the one before left', async () => {
    const store = await stores.create();
    const sides = [await vaultOf(store), await vaultOf(await store.again())];
    await sides[0]?.set('a', tokens('0'));
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sides[index % 2]?.update('a', async (current) => {
          most = Math.max(most, ++inside);
          await new Promise(setImmediate);
          inside--;
          return tokens(`${Number(current?.access) + 1}`);
        }),
      ),
    );
    expect(most).toBe(1);
    expect(await sides[1]?.get('a')).toEqual(tokens('20'));
    expect(await store.database.query('SELECT holder FROM vault_leases')).toEqual([]);
  });

  it('leaves everything as it was where a change fails, and goes on', async () => {
    const vault = await vaultOf(await stores.create());
    await vault.set('a', tokens('0'));
    const fault = new Error('ours');
    await expect(vault.update('a', () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await vault.get('a')).toEqual(tokens('0'));
    expect(await vault.update('a', async (current) => current)).toEqual(tokens('0'));
  });

  it('hands back what a change returns, and deletes where that is nothing', async () => {
    const vault = await vaultOf(await stores.create());
    expect(await vault.update('a', async () => tokens('1'))).toEqual(tokens('1'));
    expect(await vault.update('a', async () => undefined)).toBeUndefined();
    expect(await vault.accounts()).toEqual([]);
  });

  it('a login during a change is not overwritten by it, here and elsewhere', async () => {
    const store = await stores.create();
    const [vault, other] = [await vaultOf(store), await vaultOf(await store.again())];
    for (const side of [vault, other]) {
      const { promise, resolve } = Promise.withResolvers<Tokens>();
      const begun = Promise.withResolvers<void>();
      const change = vault.update('a', () => {
        begun.resolve();
        return promise;
      });
      await begun.promise;
      const login = side.set('a', tokens('login'));
      resolve(tokens('renewed'));
      await Promise.all([change, login]);
      expect(await vault.get('a')).toEqual(tokens('login'));
    }
  });

  it('stops nobody else while a change waits for the provider', async () => {
    const store = await stores.create();
    const vault = await vaultOf(store);
    const { promise, resolve } = Promise.withResolvers<Tokens>();
    await vault.set('a', tokens('0'));
    const change = vault.update('a', () => promise);
    await (await vaultOf(await store.again())).set('b', tokens('b'));
    expect(await vault.get('a')).toEqual(tokens('0'));
    await store.ledger.issue('content', 1000);
    resolve(tokens('1'));
    expect(await change).toEqual(tokens('1'));
  });

  it('asks the database again and again only across processes, not behind itself', async () => {
    const store = await stores.create();
    const polledOften = Promise.withResolvers<void>();
    const asked = { here: 0, elsewhere: 0 };
    const counting = ({ database, secret }: TestStore, side: keyof typeof asked) =>
      vaultOf({
        secret,
        database: {
          ...database,
          query: (sql, values) => {
            if (sql.includes('INSERT INTO vault_leases')) asked[side] += 1;
            if (asked.elsewhere === 4) polledOften.resolve();
            return database.query(sql, values);
          },
        },
      });
    const vault = await counting(store, 'here');
    const other = await counting(await store.again(), 'elsewhere');
    const begun = Promise.withResolvers<void>();
    const change = async () => {
      begun.resolve();
      await polledOften.promise;
      return tokens('1');
    };
    const updates = Array.from({ length: 10 }, () => vault.update('a', change));
    await begun.promise;
    await Promise.all([...updates, other.set('a', tokens('2'))]);
    // At most one other has the lease in between.
    expect(asked.here).toBeLessThan(15);
    expect(asked.elsewhere).toBeGreaterThanOrEqual(4);
  });

  it('tells who waits too long to come again, and then changes nothing', async () => {
    const store = await stores.create();
    const times = { leaseMs: 5000, patienceMs: 150 };
    const vault = await vaultOf(store, { times });
    const other = await vaultOf(await store.again(), { times });
    const { promise, resolve } = Promise.withResolvers<Tokens>();
    const begun = Promise.withResolvers<void>();
    const change = vault.update('a', () => {
      begun.resolve();
      return promise;
    });
    await begun.promise;
    const late = [vault.set('a', tokens('late')), other.set('a', tokens('late'))];
    const expected = { code: 'TIMEOUT', retryable: true };
    await Promise.all(late.map((one) => expect(one).rejects.toMatchObject(expected)));
    resolve(tokens('1'));
    await change;
    expect(await other.get('a')).toEqual(tokens('1'));
    await vault.set('a', tokens('2'));
  });

  it('does not overwrite after its lease went to another', async () => {
    const store = await stores.create();
    const times = { leaseMs: 50, patienceMs: 5000 };
    const vault = await vaultOf(store, { times });
    const other = await vaultOf(await store.again(), { times });
    const late = vault.update('a', async () => {
      // Waits until the lease of this one has run out.
      await other.set('a', tokens('other'));
      return tokens('late');
    });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', retryable: true });
    expect(await vault.get('a')).toEqual(tokens('other'));
    await vault.set('a', tokens('next'));
    expect(await other.get('a')).toEqual(tokens('next'));
  });

  it('keeps new tokens although the database was away for a moment', async () => {
    const store = await stores.create();
    let faults = 2;
    const database: Database = {
      ...store.database,
      transaction: (work) => {
        if (faults-- > 0) return store.database.transaction(() => Promise.reject(away));
        return store.database.transaction(work);
      },
    };
    const vault = await vaultOf({ ...store, database });
    await vault.set('a', tokens('1'));
    expect(await vault.get('a')).toEqual(tokens('1'));
    expect(faults).toBe(-1);
  });

  it('opens with every key of the list; without the key it is worth nothing', async () => {
    const store = await stores.create();
    await (await vaultOf(store)).set('a', tokens('secret-482913'));
    const next = randomSecret();
    const rotated = await vaultOf({ ...store, secret: `${next},${store.secret}` });
    expect(await rotated.get('a')).toEqual(tokens('secret-482913'));

    const without = await vaultOf({ ...store, secret: next });
    const missing = {
      code: 'MISSING_CREDENTIALS',
      message: expect.stringContaining('JEONBO_SECRET_KEY'),
    };
    await expect(without.get('a')).rejects.toMatchObject(missing);
    await expect(without.update('a', async () => tokens('x'))).rejects.toMatchObject(missing);
    // A new login heals it.
    await without.set('a', tokens('new'));
    expect(await rotated.get('a')).toEqual(tokens('new'));
  });

  it('shows no token in the tables, and no row opens in the place of another', async () => {
    const { database, ...store } = await stores.create();
    const vault = await vaultOf({ ...store, database });
    await vault.set('a', tokens('secret-482913'));
    await vault.set('b', tokens('of b'));
    const [row] = await database.query<{ sealed: Uint8Array }>(
      "SELECT sealed FROM vault_tokens WHERE account = 'a'",
    );
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toMatch(/482913|access/);
    await database.query("UPDATE vault_tokens SET sealed = ? WHERE account = 'b'", [
      row?.sealed ?? null,
    ]);
    await expect(vault.get('b')).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    expect(await vault.get('a')).toEqual(tokens('secret-482913'));
  });
});
