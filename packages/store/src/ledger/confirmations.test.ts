import { describe, expect, it } from 'vitest';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';

const lifetimeMs = 10 * 60 * 1000;

describe.each(testEngines)('confirmation tokens on %s', (_name, start) => {
  const stores = useStores(start);

  it('are good once', async () => {
    const { ledger } = await stores.create();
    const token = await ledger.issue('content', lifetimeMs);
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(await ledger.redeem(token, 'content')).toBe(true);
    expect(await ledger.redeem(token, 'content')).toBe(false);
  });

  it('are bound to their content', async () => {
    const { ledger } = await stores.create();
    const token = await ledger.issue('content', lifetimeMs);
    expect(await ledger.redeem(token, 'content!')).toBe(false);
    expect(await ledger.redeem(await ledger.issue('other', lifetimeMs), 'content')).toBe(false);
    expect(await ledger.redeem('unknown', 'content')).toBe(false);
    expect(await ledger.redeem(token, 'content')).toBe(true);
  });

  it('expire, and leave nothing behind', async () => {
    const { ledger, clock, database } = await stores.create();
    const token = await ledger.issue('content', lifetimeMs);
    const other = await ledger.issue('content', lifetimeMs);
    clock.at += lifetimeMs - 1;
    expect(await ledger.redeem(other, 'content')).toBe(true);
    clock.at += 1;
    expect(await ledger.redeem(token, 'content')).toBe(false);
    await ledger.issue('another', lifetimeMs);
    expect(await database.query('SELECT token_hash FROM confirmations')).toHaveLength(1);
  });

  it('are used up by one of many at once', async () => {
    const store = await stores.create();
    const other = await store.again();
    const token = await store.ledger.issue('content', lifetimeMs);
    const redeemed = await Promise.all(
      [store, other, store, other].map(({ ledger }) => ledger.redeem(token, 'content')),
    );
    expect(redeemed.filter(Boolean)).toHaveLength(1);
  });

  it('are kept as hashes only', async () => {
    const { ledger, database } = await stores.create();
    const token = await ledger.issue('very private content', lifetimeMs);
    const kept = JSON.stringify(await database.query('SELECT * FROM confirmations'));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain('private');
  });
});
