import { describe, expect, it } from 'vitest';
import { parseSecretKey } from '../keys/secret-key.ts';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';
import { createMessagePages } from './create-message-pages.ts';

const dayMs = 24 * 60 * 60 * 1000;

describe.each(testEngines)('message pages on %s', (_name, start) => {
  const stores = useStores(start);
  const create = async (options = {}) => {
    const { database, secret, clock } = await stores.create();
    const key = parseSecretKey(secret);
    const pages = await createMessagePages(database, key, { now: () => clock.at, ...options });
    return { database, clock, pages };
  };

  it('show the text, who sent it and until when, not whose it is', async () => {
    const { pages, clock } = await create();
    const text = '긴 글\n'.repeat(500);
    const { id, expiresAt } = await pages.publish({ text, owner: 'kakao:1', from: '민수' });
    expect(expiresAt).toBe(clock.at + 30 * dayMs);
    expect(await pages.read(id)).toEqual({ text, from: '민수', createdAt: clock.at, expiresAt });
    const other = await pages.publish({ text: 'short', owner: 'kakao:1' });
    expect(await pages.read(other.id)).toEqual({ text: 'short', createdAt: clock.at, expiresAt });
    expect(await pages.read('unknown')).toBeUndefined();
  });

  it('have ids of 128 random bits', async () => {
    const { pages } = await create();
    const publish = () => pages.publish({ text: 'same', owner: 'kakao:1' });
    const ids = (await Promise.all(Array.from({ length: 20 }, publish))).map(({ id }) => id);
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16);
  });

  it('go when their time is over', async () => {
    const { pages, clock } = await create({ lifetimeMs: dayMs });
    const { id } = await pages.publish({ text: 'text', owner: 'kakao:1' });
    clock.at += dayMs - 1;
    expect(await pages.read(id)).toBeDefined();
    clock.at += 1;
    expect(await pages.read(id)).toBeUndefined();
  });

  it('show neither text, owner nor link to whoever copies the tables', async () => {
    const { pages, database } = await create();
    const { id } = await pages.publish({ text: 'plan 482913', owner: 'kakao:77665544' });
    const rows = await database.query('SELECT * FROM sealed_records');
    const kept = rows
      .flatMap((row) => Object.values(row))
      .map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
      );
    expect(kept).toContain('message page');
    for (const secret of ['482913', '77665544', id]) expect(kept.join('\n')).not.toContain(secret);
  });
});
