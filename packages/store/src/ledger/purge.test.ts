import { describe, expect, it, vi } from 'vitest';
import { exportAudit } from '../audit/export-audit.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { appendMany } from '../testing/append-many.ts';
import { collect } from '../testing/collect.ts';
import { testEngines } from '../testing/engines.ts';
import { type TestStore, useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';

const dayMs = 24 * 60 * 60 * 1000;

async function send({ ledger }: TestStore, count: number, text: string): Promise<void> {
  const result = await ledger.begin(null, summary(count, text));
  if (result.state !== 'begun') throw new Error(result.state);
  const accepted = result.fresh.map((index) => ({ index, providerId: text }));
  await ledger.settle(result.id, { accepted });
}

async function rows({ database }: TestStore, table: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
  return row?.count ?? 0;
}

describe.each(testEngines)('retention on %s', (_name, start) => {
  const stores = useStores(start);
  const verify = ({ database, secret }: TestStore) => verifyAudit(database, parseSecretKey(secret));

  it('removes what is older than its days, and the chain still verifies', async () => {
    const store = await stores.create({ days: 30 });
    await send(store, 3, 'old');
    store.clock.at += 20 * dayMs;
    await send(store, 2, 'young');
    store.clock.at += 11 * dayMs;
    await store.ledger.purge();
    expect(await rows(store, 'ledger_sends')).toBe(1);
    expect(await rows(store, 'ledger_entries')).toBe(2);
    const lines = await collect(exportAudit(store.database));
    expect(lines.map(({ seq, event }) => [seq, event])).toEqual([
      [3, 'allowed'],
      [4, 'sent'],
      [5, 'checkpoint'],
    ]);
    expect(lines.at(-1)).toMatchObject({ action: 'purge before 2026-11-21T00:00:00.000Z' });
    expect(await verify(store)).toEqual({ ok: true, lines: 3 });
    await send(store, 1, 'after');
    expect(await verify(store)).toEqual({ ok: true, lines: 5 });
  });

  it('keeps what is exactly at the limit, and writes no checkpoint for nothing', async () => {
    const store = await stores.create({ days: 30 });
    await send(store, 1, 'old');
    store.clock.at += 30 * dayMs;
    await store.ledger.purge();
    expect(await rows(store, 'ledger_sends')).toBe(1);
    expect(await rows(store, 'audit_lines')).toBe(2);
  });

  it('shows a line changed after a purge', async () => {
    const store = await stores.create({ days: 30 });
    await send(store, 1, 'old');
    store.clock.at += 20 * dayMs;
    await send(store, 1, 'young');
    store.clock.at += 11 * dayMs;
    await store.ledger.purge();
    await store.database.query('UPDATE audit_lines SET recipients = 9 WHERE seq = 3');
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: 3 });
    await store.database.query('DELETE FROM audit_lines WHERE seq = 3');
    expect(await verify(store)).toMatchObject({ ok: false, brokenAt: 3, reason: 'missing' });
  });

  it('removes more than one chunk', async () => {
    const store = await stores.create({ days: 30 });
    for (let batch = 0; batch < 12; batch += 1) await send(store, 1000, `batch ${batch}`);
    await appendMany(store, 2100);
    store.clock.at += 31 * dayMs;
    await store.ledger.purge();
    expect(await rows(store, 'ledger_entries')).toBe(0);
    expect(await verify(store)).toEqual({ ok: true, lines: 1 });
  });

  it('runs at the start, and later by itself at most daily', async () => {
    const store = await stores.create({ days: 30 });
    await send(store, 1, 'old');
    store.clock.at += 31 * dayMs;
    const later = await store.again({ days: 30 });
    await vi.waitUntil(async () => (await rows(store, 'ledger_sends')) === 0);

    await send(later, 1, 'next');
    store.clock.at += 31 * dayMs;
    await send(later, 1, 'starts the purge');
    await vi.waitUntil(async () => (await rows(store, 'ledger_sends')) === 1);
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  it('may run in two processes at once', async () => {
    const store = await stores.create({ days: 30 });
    for (let batch = 0; batch < 8; batch += 1) await send(store, 900, `batch ${batch}`);
    const other = await store.again({ days: 30 });
    store.clock.at += 31 * dayMs;
    await Promise.all([store.ledger.purge(), other.ledger.purge()]);
    expect(await rows(store, 'ledger_sends')).toBe(0);
    expect(await verify(store)).toMatchObject({ ok: true });
  });
});
