import { describe, expect, it } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createLedgerTables } from '../migrations/0001-ledger.ts';
import { testEngines } from '../testing/engines.ts';
import { randomSecret, type TestStore, useStores } from '../testing/store-fixture.ts';
import { createRecords } from './create-records.ts';

const recordsOf = ({ database, clock, secret }: TestStore, secrets = secret) =>
  createRecords(database, parseSecretKey(secrets), { now: () => clock.at });

describe.each(testEngines)('sealed records on %s', (_name, start) => {
  const stores = useStores(start);
  const create = async () => {
    const store = await stores.create();
    const expiresAt = store.clock.at + 1000;
    return { ...store, store, records: await recordsOf(store), expiresAt };
  };

  it('are kept by kind and id', async () => {
    const { records, expiresAt } = await create();
    const value = { text: '가나다 ✓', list: [1, null, { deep: true }] };
    await records.put('code', 'a', value, { expiresAt });
    await records.put('token', 'a', 'another', { expiresAt: null });
    expect(await records.get('code', 'a')).toEqual({ value, expiresAt, consumedAt: null });
    expect(await records.get('token', 'a')).toEqual({
      value: 'another',
      expiresAt: null,
      consumedAt: null,
    });
    expect(await records.get('code', 'b')).toBeUndefined();
    await records.delete('code', 'a');
    await records.delete('code', 'b');
    expect(await records.get('code', 'a')).toBeUndefined();
    expect(await records.get('token', 'a')).toBeDefined();
  });

  it('are replaced by a second put, with expiry and group', async () => {
    const { records, expiresAt } = await create();
    await records.put('session', 'a', 1, { expiresAt, group: 'g' });
    await records.put('session', 'a', 2, { expiresAt: expiresAt + 5, group: 'h' });
    expect(await records.get('session', 'a')).toMatchObject({
      value: 2,
      expiresAt: expiresAt + 5,
    });
    await records.deleteGroup('g');
    expect(await records.get('session', 'a')).toBeDefined();
    await records.deleteGroup('h');
    expect(await records.get('session', 'a')).toBeUndefined();
  });

  it('expire: nothing answers, changes or finds them any more', async () => {
    const { records, clock, expiresAt } = await create();
    await records.put('code', 'a', 1, { expiresAt, names: ['n'] });
    clock.at = expiresAt - 1;
    expect(await records.get('code', 'a')).toBeDefined();
    clock.at = expiresAt;
    expect(await records.get('code', 'a')).toBeUndefined();
    expect(await records.find('code', 'n')).toBeUndefined();
    expect(await records.consume('code', 'a')).toBe(false);
    expect(await records.take('code', 'a')).toBeUndefined();
  });

  it('are consumed once, and a second put does not undo it', async () => {
    const { records, clock, expiresAt } = await create();
    await records.put('code', 'a', 1, { expiresAt });
    expect(await records.consume('code', 'a')).toBe(true);
    expect(await records.consume('code', 'a')).toBe(false);
    expect(await records.consume('code', 'b')).toBe(false);
    const consumedAt = clock.at;
    clock.at += 1;
    await records.put('code', 'a', 2, { expiresAt });
    expect(await records.get('code', 'a')).toEqual({ value: 2, expiresAt, consumedAt });
    expect(await records.consume('code', 'a')).toBe(false);
    clock.at = expiresAt;
    await records.put('code', 'a', 3, { expiresAt: expiresAt + 1 });
    expect(await records.get('code', 'a')).toMatchObject({ value: 3, consumedAt: null });
  });

  it('are found by their names of the last put', async () => {
    const { records, expiresAt } = await create();
    await records.put('session', 'a', 'A', { expiresAt, names: ['one', 'two'] });
    await records.put('session', 'b', 'B', { expiresAt, names: ['three'] });
    expect((await records.find('session', 'two'))?.value).toBe('A');
    expect((await records.find('session', 'three'))?.value).toBe('B');
    expect(await records.find('other', 'two')).toBeUndefined();
    await records.put('session', 'a', 'A', { expiresAt, names: ['two', 'three'] });
    expect(await records.find('session', 'one')).toBeUndefined();
    expect((await records.find('session', 'three'))?.value).toBe('A');
    await records.put('session', 'a', 'A', { expiresAt });
    expect(await records.find('session', 'two')).toBeUndefined();
  });

  it('take their names with them', async () => {
    const { records, database, clock, expiresAt } = await create();
    const put = (id: string, group?: string) =>
      records.put('s', id, 1, { expiresAt, names: [`name of ${id}`], ...(group && { group }) });
    await Promise.all([put('a'), put('b'), put('c', 'g'), put('d')]);
    await records.delete('s', 'a');
    await records.take('s', 'b');
    await records.deleteGroup('g');
    expect(await database.query('SELECT name_hash FROM sealed_names')).toHaveLength(1);
    clock.at = expiresAt;
    expect(await records.purge()).toBe(1);
    expect(await database.query('SELECT name_hash FROM sealed_names')).toEqual([]);
  });

  it('are deleted by group, of all kinds', async () => {
    const { records, expiresAt } = await create();
    await records.put('access', 'a', 1, { expiresAt, group: 'g' });
    await records.put('refresh', 'b', 1, { expiresAt, group: 'g' });
    await records.put('refresh', 'c', 1, { expiresAt });
    await records.deleteGroup('g');
    expect(await records.get('access', 'a')).toBeUndefined();
    expect(await records.get('refresh', 'b')).toBeUndefined();
    expect(await records.get('refresh', 'c')).toBeDefined();
  });

  it('are found beside another kind of their group, as long as it is there', async () => {
    const { records, clock, expiresAt } = await create();
    const beside = { beside: 'grant' };
    await records.put('access', 'a', 1, { expiresAt: expiresAt + 1000, group: 'g' });
    await records.put('access', 'b', 2, { expiresAt: null });
    await records.put('grant', 'h', 3, { expiresAt, group: 'h' });
    expect(await records.get('access', 'a', beside)).toBeUndefined();
    await records.put('grant', 'g', 4, { expiresAt, group: 'g' });
    // Asked for together: each by its own condition.
    const found = await Promise.all([
      records.get('access', 'a', beside),
      records.get('access', 'a'),
      records.get('access', 'b', beside),
      records.get('access', 'b'),
      records.get('access', 'c'),
      records.get('access', 'a', { beside: 'refresh' }),
    ]);
    expect(found.map((record) => record?.value)).toEqual([
      1,
      1,
      undefined,
      2,
      undefined,
      undefined,
    ]);
    clock.at = expiresAt;
    expect(await records.get('access', 'a', beside)).toBeUndefined();
    expect((await records.get('access', 'a'))?.value).toBe(1);
  });

  it('that cannot be opened do no harm to those that are asked for with them', async () => {
    const { records, database, expiresAt } = await create();
    await records.put('access', 'a', 1, { expiresAt });
    await records.put('access', 'b', 2, { expiresAt: expiresAt + 1 });
    await database.query('UPDATE sealed_records SET expires_at = ? WHERE expires_at = ?', [
      expiresAt + 2,
      expiresAt + 1,
    ]);
    const [good, bad] = await Promise.allSettled(['a', 'b'].map((id) => records.get('access', id)));
    expect(good).toMatchObject({ status: 'fulfilled', value: { value: 1 } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL_ERROR' } });
  });

  it('are taken and consumed by one of many at once', async () => {
    const { store, records, expiresAt } = await create();
    const other = await recordsOf(await store.again());
    for (let round = 0; round < 10; round += 1) {
      const id = `${round}`;
      await records.put('code', id, round, { expiresAt });
      const sides = [records, other, records, other];
      const consumed = await Promise.all(sides.map((side) => side.consume('code', id)));
      expect(consumed.filter(Boolean)).toHaveLength(1);
      const taken = await Promise.all(sides.map((side) => side.take('code', id)));
      expect(taken.filter((value) => value !== undefined)).toEqual([round]);
    }
  });

  it('are written by many at once, crosswise in names and groups', async () => {
    const { store, records, expiresAt } = await create();
    const sides = [records, await recordsOf(await store.again())];
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const side = sides[index % 2];
        const names = [`n${index % 3}`, `n${(index + 1) % 3}`];
        const group = `g${index % 2}`;
        await side?.put('s', `${index % 4}`, index, { expiresAt, names, group });
        if (index % 10 === 0) await side?.deleteGroup(group);
      }),
    );
  });

  it('are purged in chunks, the expired ones only', async () => {
    const { records, database, clock, expiresAt } = await create();
    await database.query(
      `INSERT INTO sealed_records (id_hash, kind, sealed, expires_at, created_at)
       WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)
       SELECT 'old ' || n, 'code', ?, CAST(? AS BIGINT), 0 FROM numbers`,
      [Buffer.from('x'), expiresAt],
    );
    await records.put('code', 'a', 1, { expiresAt: expiresAt + 1 });
    await records.put('code', 'b', 1, { expiresAt: null });
    expect(await records.purge()).toBe(0);
    clock.at = expiresAt;
    expect(await records.purge()).toBe(2500);
    expect(await records.get('code', 'a')).toBeDefined();
    expect(await records.get('code', 'b')).toBeDefined();
  });

  it('are purged without being asked, beside a put an hour later', async () => {
    const { records, database, clock, expiresAt } = await create();
    await records.put('code', 'a', 1, { expiresAt });
    clock.at += 60 * 60 * 1000;
    await records.put('code', 'b', 1, { expiresAt: null });
    // Behind the one that runs by itself: it finds nothing left to do.
    expect(await records.purge()).toBe(0);
    expect(await database.query('SELECT id_hash FROM sealed_records')).toHaveLength(1);
  });

  it('are read under every key of the list, and by nobody without', async () => {
    const { store, records, secret, expiresAt } = await create();
    await records.put('code', 'a', 'old', { expiresAt });
    const next = randomSecret();
    const rotated = await recordsOf(store, `${next},${secret}`);
    expect((await rotated.get('code', 'a'))?.value).toBe('old');
    await rotated.put('code', 'b', 'new', { expiresAt });
    const without = await recordsOf(store, next);
    expect((await without.get('code', 'b'))?.value).toBe('new');
    await expect(without.get('code', 'a')).rejects.toMatchObject({
      code: 'MISSING_CREDENTIALS',
      message: expect.stringContaining('JEONBO_SECRET_KEY'),
    });
  });

  it('show nothing to whoever copies the tables', async () => {
    const { records, database, expiresAt } = await create();
    const options = { expiresAt, group: 'grant-482913', names: ['uid-482913'] };
    await records.put('session', 'id-482913', { login: '비밀 482913' }, options);
    const rows = [
      ...(await database.query<{ sealed: Uint8Array }>('SELECT * FROM sealed_records')),
      ...(await database.query('SELECT * FROM sealed_names')),
    ].flatMap((row) => Object.values(row));
    expect(rows).toHaveLength(9);
    const kept = rows.map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    );
    for (const text of kept) expect(text).not.toMatch(/482913|login/);
  });

  it('that were changed, moved or made to last longer are refused', async () => {
    const { records, database, expiresAt } = await create();
    const put = () =>
      Promise.all(['a', 'b'].map((id) => records.put('token', id, id, { expiresAt, names: [id] })));
    const refused = (id: string) =>
      expect(records.get('token', id)).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    const ids = 'SELECT id_hash FROM sealed_records ORDER BY id_hash';

    await put();
    await database.query('UPDATE sealed_records SET expires_at = expires_at + 1');
    await refused('a');
    await put();
    await database.query('UPDATE sealed_records SET expires_at = NULL');
    await refused('a');

    await put();
    const [one, two] = await database.query(ids);
    await database.query(
      'UPDATE sealed_records SET sealed = (SELECT sealed FROM sealed_records WHERE id_hash = ?) WHERE id_hash = ?',
      [one?.id_hash ?? '', two?.id_hash ?? ''],
    );
    const results = await Promise.allSettled(['a', 'b'].map((id) => records.get('token', id)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

    // Every name is turned to the one record: only its own name leads there.
    await put();
    await database.query('UPDATE sealed_names SET id_hash = ?', [one?.id_hash ?? '']);
    const found = await Promise.all(['a', 'b'].map((name) => records.find('token', name)));
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  it('come to a database that had only a ledger', async () => {
    const url = await stores.createDatabase();
    const migrations = { name: 'store', migrations: [createLedgerTables] };
    await (await openDatabase(url, { migrations })).close();
    const database = await openDatabase(url);
    const records = await createRecords(database, parseSecretKey(randomSecret()));
    await records.put('code', 'a', 1, { expiresAt: null });
    expect(await records.take('code', 'a')).toBe(1);
    await database.close();
  });
});
