import type { BeginResult } from '@jeonbo/core/ledger';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit/verify-audit.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { type ChildJob, startChild } from '../testing/children.ts';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';

/** Starts processes, lets them go in the same moment, and answers what each said. */
async function race(jobs: readonly ChildJob[]): Promise<BeginResult[][]> {
  const children = await Promise.all(jobs.map(startChild));
  const said = await Promise.all(children.map((child) => child.go()));
  await Promise.all(children.map((child) => child.end()));
  return said as BeginResult[][];
}

function freshOf(results: readonly BeginResult[]): number[] {
  return results.flatMap((result) => (result.state === 'begun' ? result.fresh : []));
}

function countOf(results: readonly BeginResult[], state: BeginResult['state']): number {
  return results.filter((result) => result.state === state).length;
}

describe.each(testEngines)('many at once on %s', (_name, start) => {
  const stores = useStores(start);

  it('lets one of four processes begin each message', { timeout: 60_000 }, async () => {
    const { url, secret, database } = await stores.create();
    const begins = Array.from({ length: 25 }, (_, index) => ({
      count: 2,
      from: 0,
      text: `message ${index}`,
    }));
    const jobs = Array.from({ length: 4 }, () => ({ url, secret, open: 'early', begins }) as const);
    const said = await race(jobs);
    for (const [index] of begins.entries()) {
      const results = said.map((results) => results[index] as BeginResult);
      expect(freshOf(results)).toEqual([0, 1]);
    }
    const verified = await verifyAudit(database, parseSecretKey(secret));
    expect(verified).toEqual({ ok: true, lines: 100 });
  });

  it('never passes the limit of a payer with four processes of an account each', {
    timeout: 60_000,
  }, async () => {
    const { url, secret, ledger } = await stores.create();
    const options = { limit: { max: 50, windowMs: 24 * 60 * 60 * 1000 } };
    const jobs = Array.from({ length: 4 }, (_, child) => ({
      url,
      secret,
      open: 'early' as const,
      begins: Array.from({ length: 10 }, (_, index) => ({
        count: 3,
        from: 1000 * child + 10 * index,
        text: 'limit',
        account: `project-${child}`,
        options,
      })),
    }));
    const results = (await race(jobs)).flat();
    // 16 batches of 3 fit into 50.
    expect(countOf(results, 'begun')).toBe(16);
    expect(countOf(results, 'limit-reached')).toBe(24);
    // The children have the real clock, this ledger the day of the fixture: a window that holds both.
    expect(await ledger.usage('payer-1', 10 ** 12)).toBe(48);
  });

  it('migrates once, whichever of eight processes comes first', { timeout: 60_000 }, async () => {
    const url = await stores.createDatabase();
    const begins = [{ count: 1, from: 0, text: 'first of all' }];
    const secret = randomSecret();
    const jobs = Array.from({ length: 8 }, () => ({ url, secret, open: 'late', begins }) as const);
    const said = await race(jobs);
    expect(said.map(([result]) => result?.state)).toEqual(Array(8).fill('begun'));
    expect(freshOf(said.flat())).toEqual([0]);
  });

  it('leaves in doubt what a killed process had begun', { timeout: 60_000 }, async () => {
    const { url, secret, ledger, clock } = await stores.create();
    clock.at = Date.now();
    const begins = [{ count: 3, from: 0, text: 'killed' }];
    const child = await startChild({ url, secret, open: 'early', begins });
    const said = (await child.go()) as BeginResult[];
    await child.kill();
    expect(freshOf(said)).toEqual([0, 1, 2]);
    const again = await ledger.begin(null, summary(4, 'killed'), { windowMs: 0 });
    expect(again).toMatchObject({
      fresh: [3],
      inDoubt: [{ index: 0 }, { index: 1 }, { index: 2 }],
    });
  });

  it('lets one of two connections of a process begin', async () => {
    const store = await stores.create();
    const other = await store.again();
    const key = 'order-7';
    for (let round = 0; round < 20; round += 1) {
      const what = summary(2, `round ${round}`);
      const results = await Promise.all([
        store.ledger.begin(`${key}-${round}`, what),
        other.ledger.begin(`${key}-${round}`, what),
        store.ledger.begin(`${key}-${round}`, what),
      ]);
      expect(freshOf(results)).toEqual([0, 1]);
    }
  });

  it('begins and settles for payers and accounts crosswise without a deadlock', async () => {
    const store = await stores.create();
    const other = await store.again();
    const limit = { max: 1000, windowMs: 10 ** 9 };
    const send = async (index: number) => {
      const { ledger } = index % 2 ? store : other;
      const [account, payer] = [`project-${index % 3}`, `payer-${index % 4}`];
      const options = index % 5 ? { limit } : {};
      const what = { ...summary(2, `text ${index}`), account, payer };
      const result = await ledger.begin(null, what, options);
      if (result.state !== 'begun') throw new Error(result.state);
      const accepted = result.fresh.map((one) => ({ index: one, providerId: `${index}` }));
      await ledger.settle(result.id, { accepted });
    };
    await Promise.all(Array.from({ length: 60 }, (_, index) => send(index)));
    const verified = await verifyAudit(store.database, parseSecretKey(store.secret));
    expect(verified).toEqual({ ok: true, lines: 120 });
  });

  it('settles one send from two sides without a deadlock', async () => {
    const store = await stores.create();
    const other = await store.again();
    const result = await store.ledger.begin(null, summary(200));
    if (result.state !== 'begun') throw new Error(result.state);
    const accepted = result.fresh.map((index) => ({ index, providerId: 'group-1' }));
    await Promise.all([
      store.ledger.settle(result.id, { accepted }),
      other.ledger.settle(result.id, { accepted: [...accepted].reverse() }),
    ]);
    const { entries } = await store.ledger.history({ provider: 'baas', account: 'project-1' });
    expect(entries[0]).toMatchObject({ accepted: 200, inDoubt: 0 });
    const verified = await verifyAudit(store.database, parseSecretKey(store.secret));
    // One "allowed", one "sent": the second side changed nothing.
    expect(verified).toEqual({ ok: true, lines: 2 });
  });
});
