import type { BeginResult, SendSummary } from '@jeonbo/core/ledger';
import { inDoubtWindowMs } from '@jeonbo/core/ledger';
import { describe, expect, it } from 'vitest';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';
import { summary } from '../testing/summary.ts';
import type { StoreLedger } from './create-ledger.ts';

const windowMs = 5 * 60 * 1000;

type Begun = Extract<BeginResult, { state: 'begun' }>;

async function begun(
  ledger: StoreLedger,
  what: SendSummary,
  key: string | null = null,
): Promise<Begun> {
  const result = await ledger.begin(key, what, { windowMs });
  if (result.state !== 'begun') throw new Error(`not begun: ${result.state}`);
  return result;
}

function accepted(count: number, providerId = 'group-1') {
  return { accepted: Array.from({ length: count }, (_, index) => ({ index, providerId })) };
}

describe.each(testEngines)('the send ledger on %s', (_name, start) => {
  const stores = useStores(start);

  it('takes every recipient of a new message as fresh', async () => {
    const { ledger } = await stores.create();
    const result = await begun(ledger, summary(3));
    expect(result).toMatchObject({ fresh: [0, 1, 2], duplicates: [], inDoubt: [] });
  });

  it('answers a repeat of what was accepted as duplicates, with time and provider id', async () => {
    const { ledger, clock } = await stores.create();
    const at = clock.at;
    await ledger.settle((await begun(ledger, summary(2))).id, accepted(2));
    clock.at += 1000;
    const again = await begun(ledger, summary(2));
    expect(again.fresh).toEqual([]);
    expect(again.duplicates).toEqual([
      { index: 0, at, providerId: 'group-1' },
      { index: 1, at, providerId: 'group-1' },
    ]);
  });

  it('sends only to the rest of a batch', async () => {
    const { ledger } = await stores.create();
    await ledger.settle((await begun(ledger, summary(2))).id, accepted(2));
    const more = await begun(ledger, summary(4));
    expect(more.fresh).toEqual([2, 3]);
    expect(more.duplicates.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('takes another text, sender account or provider as another message', async () => {
    const { ledger } = await stores.create();
    await begun(ledger, summary(1));
    for (const other of [
      summary(1, 'other text'),
      { ...summary(1), account: 'project-2' },
      { ...summary(1), provider: 'twilio' },
    ])
      expect((await begun(ledger, other)).fresh).toEqual([0]);
  });

  it('ends the window of what was accepted, to the millisecond', async () => {
    const { ledger, clock } = await stores.create();
    await ledger.settle((await begun(ledger, summary(1))).id, accepted(1));
    clock.at += windowMs - 1;
    expect((await begun(ledger, summary(1))).duplicates).toHaveLength(1);
    clock.at += 1;
    expect((await begun(ledger, summary(1))).fresh).toEqual([0]);
  });

  it('keeps what was never settled in doubt for a day, whatever the window says', async () => {
    const { ledger, clock } = await stores.create();
    const first = await ledger.begin(null, summary(1), { windowMs: 0 });
    clock.at += inDoubtWindowMs - 1;
    const second = await ledger.begin(null, summary(1), { windowMs: 0 });
    expect(first).toMatchObject({ fresh: [0] });
    expect(second).toMatchObject({ fresh: [], inDoubt: [{ index: 0, providerId: null }] });
    clock.at += 1;
    expect(await ledger.begin(null, summary(1), { windowMs: 0 })).toMatchObject({ fresh: [0] });
  });

  it('has no window where none is given', async () => {
    const { ledger, clock } = await stores.create({ days: 10_000 });
    const first = await ledger.begin('order-7', summary(2));
    if (first.state !== 'begun') throw new Error(first.state);
    await ledger.settle(first.id, { accepted: [{ index: 0, providerId: 'group-1' }] });
    clock.at += 1000 * inDoubtWindowMs;
    expect(await ledger.begin('order-7', summary(2))).toMatchObject({
      fresh: [],
      duplicates: [{ index: 0 }],
      inDoubt: [{ index: 1 }],
    });
  });

  it('leaves unknown in doubt and lets rejected be sent again', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(3));
    await ledger.settle(id, {
      rejected: [{ index: 0, code: 'RECIPIENT_REJECTED' }],
      unknown: [{ index: 1, code: 'DELIVERY_UNKNOWN' }],
    });
    const again = await begun(ledger, summary(3));
    expect(again.fresh).toEqual([0]);
    expect(again.inDoubt.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('resolves a doubt by a later settle', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(2));
    await ledger.settle(id, {
      unknown: [
        { index: 0, code: 'DELIVERY_UNKNOWN' },
        { index: 1, code: 'DELIVERY_UNKNOWN' },
      ],
    });
    await ledger.settle(id, {
      accepted: [{ index: 0, providerId: 'group-9' }],
      rejected: [{ index: 1, code: 'API_ERROR' }],
    });
    const again = await begun(ledger, summary(2));
    expect(again).toMatchObject({ fresh: [1], duplicates: [{ providerId: 'group-9' }] });
  });

  it('never turns accepted back', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(1));
    await ledger.settle(id, accepted(1));
    await ledger.settle(id, { rejected: [{ index: 0, code: 'API_ERROR' }] });
    await ledger.settle(id, { unknown: [{ index: 0, code: 'TIMEOUT' }] });
    await ledger.settle(id, accepted(1, 'group-2'));
    expect((await begun(ledger, summary(1))).duplicates).toMatchObject([{ providerId: 'group-1' }]);
    expect(await ledger.usage('payer-1', windowMs)).toBe(1);
  });

  it('refuses an outcome that cannot be, and notes nothing of it', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(2));
    const twice = {
      ...accepted(1),
      rejected: [{ index: 0, code: 'API_ERROR' as const }],
    };
    await expect(ledger.settle(id, twice)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    await expect(ledger.settle(id, accepted(3))).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      message: expect.stringContaining('Recipient 2'),
    });
    await expect(ledger.settle('no-such-id', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await begun(ledger, summary(2))).inDoubt).toHaveLength(2);
  });

  it('refuses to settle a recipient that was not fresh', async () => {
    const { ledger } = await stores.create();
    await ledger.settle((await begun(ledger, summary(1))).id, accepted(1));
    const { id } = await begun(ledger, summary(2));
    await expect(ledger.settle(id, accepted(1))).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
    });
  });

  it('refuses a recipient listed twice with the same message', async () => {
    const { ledger } = await stores.create();
    const { recipients, ...rest } = summary(1);
    const doubled = { ...rest, recipients: [...recipients, ...recipients] };
    await expect(ledger.begin(null, doubled)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    expect(await ledger.usage('payer-1', windowMs)).toBe(0);
  });

  it('takes another content under a key for a conflict, and notes nothing', async () => {
    const { ledger } = await stores.create();
    await begun(ledger, summary(1), 'order-7');
    expect(await ledger.begin('order-7', summary(2, 'other'), { windowMs })).toEqual({
      state: 'conflict',
    });
    expect(await ledger.usage('payer-1', windowMs)).toBe(1);
    expect((await begun(ledger, summary(1, 'other'), 'order-8')).fresh).toEqual([0]);
    expect((await begun(ledger, summary(1), 'order-7')).inDoubt).toHaveLength(1);
  });

  it('takes new recipients under a key, and the same key of another account, as new', async () => {
    const { ledger } = await stores.create();
    await begun(ledger, summary(1), 'order-7');
    expect((await begun(ledger, summary(1, 'other', 500), 'order-7')).fresh).toEqual([0]);
    const stranger = { ...summary(1, 'other'), account: 'project-2' };
    expect((await begun(ledger, stranger, 'order-7')).fresh).toEqual([0]);
  });

  it('refuses a whole batch over the limit and says how much is used', async () => {
    const { ledger, clock } = await stores.create();
    const limit = { max: 5, windowMs: inDoubtWindowMs };
    await begun(ledger, summary(3));
    expect(await ledger.begin(null, summary(3, 'b'), { limit })).toEqual({
      state: 'limit-reached',
      max: 5,
      used: 3,
    });
    expect(await ledger.begin(null, summary(2, 'b'), { limit })).toMatchObject({ fresh: [0, 1] });
    expect(await ledger.begin(null, summary(2, 'b'), { limit })).toMatchObject({ state: 'begun' });
    expect(await ledger.usage('payer-1', inDoubtWindowMs)).toBe(5);
    clock.at += inDoubtWindowMs;
    expect(await ledger.begin(null, summary(5, 'c'), { limit })).toMatchObject({ state: 'begun' });
  });

  it('counts for the payer, over accounts and providers', async () => {
    const { ledger } = await stores.create();
    const limit = { max: 5, windowMs: inDoubtWindowMs };
    await begun(ledger, summary(2));
    await begun(ledger, { ...summary(2), account: 'project-2' });
    const other = { ...summary(2), account: 'AC1', provider: 'twilio' };
    const reached = { state: 'limit-reached', max: 5, used: 4 };
    expect(await ledger.begin(null, other, { limit })).toEqual(reached);
    const stranger = { ...other, payer: 'payer-2' };
    expect(await ledger.begin(null, stranger, { limit })).toMatchObject({ fresh: [0, 1] });
    expect(await ledger.usage('payer-2', windowMs)).toBe(2);
  });

  it('keeps an account’s entries together, whoever pays', async () => {
    const { ledger } = await stores.create();
    await begun(ledger, summary(1));
    expect((await begun(ledger, { ...summary(1), payer: 'payer-2' })).inDoubt).toHaveLength(1);
  });

  it('knows which payer’s send an id of the provider is', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(3));
    await ledger.settle(id, {
      accepted: [
        { index: 0, providerId: '7' },
        { index: 1, providerId: '8' },
      ],
    });
    const query = { provider: 'baas', payer: 'payer-1', providerId: '8' };
    expect(await ledger.owns(query)).toBe(true);
    expect(await ledger.owns({ ...query, providerId: '7' })).toBe(true);
    for (const other of [{ providerId: '9' }, { payer: 'payer-2' }, { provider: 'twilio' }])
      expect(await ledger.owns({ ...query, ...other })).toBe(false);
  });

  it('gives back to the limit what was certainly rejected, and nothing else', async () => {
    const { ledger } = await stores.create();
    const { id } = await begun(ledger, summary(3));
    await ledger.settle(id, {
      rejected: [{ index: 0, code: 'RECIPIENT_REJECTED' }],
      unknown: [{ index: 1, code: 'TIMEOUT' }],
    });
    expect(await ledger.usage('payer-1', windowMs)).toBe(2);
    await ledger.settle(id, { unknown: [{ index: 0, code: 'TIMEOUT' }] });
    expect(await ledger.usage('payer-1', windowMs)).toBe(3);
    expect(await ledger.usage('payer-2', windowMs)).toBe(0);
  });

  it('tells what was sent, newest first, masked, with an exact total', async () => {
    const { ledger, clock } = await stores.create();
    const first = await begun(ledger, summary(12));
    await ledger.settle(first.id, {
      accepted: [
        { index: 3, providerId: 'b' },
        { index: 4, providerId: 'a' },
        { index: 5, providerId: 'b' },
      ],
      rejected: [{ index: 0, code: 'RECIPIENT_REJECTED' }],
      unknown: [{ index: 1, code: 'TIMEOUT' }],
    });
    const second = await begun(ledger, { ...summary(1, 'mms'), kind: 'mms' });
    await begun(ledger, { ...summary(1), account: 'project-2' });
    const query = { provider: 'baas', account: 'project-1' };
    const page = await ledger.history(query);
    expect(page.total).toBe(2);
    expect(page.entries.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(page.entries[1]).toEqual({
      id: first.id,
      at: clock.at,
      kind: 'sms',
      providerIds: ['b', 'a'],
      accepted: 3,
      rejected: 1,
      inDoubt: 8,
      recipients: Array.from({ length: 10 }, (_, index) => `+821****000${index}`),
      text: null,
    });
    expect(await ledger.history({ ...query, kind: 'mms' })).toMatchObject({ total: 1 });
    const last = await ledger.history({ ...query, offset: 1, limit: 1 });
    expect(last).toMatchObject({ total: 2, entries: [{ id: first.id }] });
    expect(await ledger.history({ ...query, provider: 'twilio' })).toEqual({
      total: 0,
      entries: [],
    });
  });

  it('leaves a begin with nothing new out of the history', async () => {
    const { ledger } = await stores.create();
    await begun(ledger, summary(1));
    const { id } = await begun(ledger, summary(1));
    await ledger.settle(id, {});
    expect(await ledger.history({ provider: 'baas', account: 'project-1' })).toMatchObject({
      total: 1,
    });
  });

  it('keeps texts only where it was told to', async () => {
    const { ledger } = await stores.create({ storeText: true });
    await begun(ledger, summary(1, 'half \ud800 and \0 nul'));
    const { entries } = await ledger.history({ provider: 'baas', account: 'project-1' });
    expect(entries[0]?.text).toBe('half \ufffd and  nul');
  });

  it('forgets nothing when it is opened again', async () => {
    const store = await stores.create();
    await store.ledger.settle((await begun(store.ledger, summary(1))).id, accepted(1));
    await store.database.close();
    const { ledger } = await store.again();
    expect((await begun(ledger, summary(1))).duplicates).toHaveLength(1);
  });

  it('knows what it wrote with an older key, and is refused with a strange one', async () => {
    const store = await stores.create();
    const { parseSecretKey } = await import('../keys/secret-key.ts');
    await begun(store.ledger, summary(1), 'order-7');
    await begun(store.ledger, summary(1, 'b'));
    const newer = Buffer.alloc(32, 7).toString('hex');
    await expect(store.again({ key: parseSecretKey(newer) })).rejects.toMatchObject({
      code: 'MISSING_CREDENTIALS',
      field: 'JEONBO_SECRET_KEY',
    });
    const { ledger } = await store.again({ key: parseSecretKey(`${newer},${store.secret}`) });
    expect((await begun(ledger, summary(1, 'b'))).inDoubt).toHaveLength(1);
    expect((await begun(ledger, summary(1), 'order-7')).inDoubt).toHaveLength(1);
    expect(await ledger.begin('order-7', summary(1, 'c'))).toEqual({ state: 'conflict' });
  });
});
