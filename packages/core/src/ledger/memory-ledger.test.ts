import { describe, expect, it } from 'vitest';
import { JeonboError } from '../error.ts';
import type { OutboundMessage, Recipient, SendReceipt } from '../messages.ts';
import { createMemoryLedger, inDoubtWindowMs, type SendSummary, sendWithLedger } from './index.ts';

const summary = (
  names: readonly string[],
  content = 'hello',
  account = 'project',
): SendSummary => ({
  provider: 'baas',
  account,
  payer: 'payer',
  kind: 'sms',
  recipients: names.map((name) => ({ name, content })),
  text: content,
});
const [a, b, c] = ['010-1111-1111', '010-2222-2222', '010-3333-3333'] as const;

describe('begin', () => {
  it('sorts recipients into fresh, accepted before and in doubt', async () => {
    const ledger = createMemoryLedger();
    const first = await begun(ledger.begin(null, summary([a, b])));
    expect(first.fresh).toEqual([0, 1]);
    await ledger.settle(first.id, { accepted: [{ index: 0, providerId: '7' }] });
    const second = await begun(ledger.begin(null, summary([a, b, c])));
    expect(second).toMatchObject({
      fresh: [2],
      duplicates: [{ index: 0, providerId: '7' }],
      inDoubt: [{ index: 1, providerId: null }],
    });
  });

  it('lets what was certainly not sent be sent again', async () => {
    const ledger = createMemoryLedger();
    const { id } = await begun(ledger.begin(null, summary([a])));
    await ledger.settle(id, { rejected: [{ index: 0, code: 'API_ERROR' }] });
    expect((await begun(ledger.begin(null, summary([a])))).fresh).toEqual([0]);
  });

  it('forgets an accepted entry after the window, one in doubt after a day', async () => {
    let now = 0;
    const ledger = createMemoryLedger(() => now);
    const { id } = await begun(ledger.begin(null, summary([a, b]), { windowMs: 1000 }));
    await ledger.settle(id, { accepted: [{ index: 0, providerId: '7' }] });
    now = 1000;
    const later = await begun(ledger.begin(null, summary([a, b]), { windowMs: 1000 }));
    expect(later).toMatchObject({ fresh: [0], inDoubt: [{ index: 1 }] });
    now = inDoubtWindowMs + 1;
    expect((await begun(ledger.begin(null, summary([b]), { windowMs: 1000 }))).fresh).toEqual([0]);
  });

  it('keeps accounts and contents apart', async () => {
    const ledger = createMemoryLedger();
    await ledger.begin(null, summary([a]));
    expect((await begun(ledger.begin(null, summary([a], 'other')))).fresh).toEqual([0]);
    expect((await begun(ledger.begin(null, summary([a], 'hello', 'else')))).fresh).toEqual([0]);
  });

  it('refuses a key for another content and notes nothing', async () => {
    const ledger = createMemoryLedger();
    await ledger.begin('key', summary([a]));
    expect(await ledger.begin('key', summary([a], 'other'))).toEqual({ state: 'conflict' });
    expect((await begun(ledger.begin('key', summary([b], 'other')))).fresh).toEqual([0]);
  });

  it('counts recipients towards the limit, all or nothing', async () => {
    let now = 0;
    const ledger = createMemoryLedger(() => now);
    const limit = { max: 2, windowMs: 1000 };
    const { id } = await begun(ledger.begin(null, summary([a]), { limit }));
    const refused = { state: 'limit-reached', max: 2, used: 1 };
    expect(await ledger.begin(null, summary([b, c]), { limit })).toEqual(refused);
    await ledger.settle(id, { rejected: [{ index: 0, code: 'API_ERROR' }] });
    expect((await begun(ledger.begin(null, summary([b, c]), { limit }))).fresh).toEqual([0, 1]);
    now = 1001;
    expect(await ledger.usage('payer', 1000)).toBe(0);
  });

  it('counts for the payer, over accounts and providers', async () => {
    const ledger = createMemoryLedger();
    const limit = { max: 2, windowMs: 1000 };
    await ledger.begin(null, summary([a], 'hello', 'one'), { limit });
    await ledger.begin(null, { ...summary([a]), provider: 'twilio' }, { limit });
    const reached = { state: 'limit-reached', max: 2, used: 2 };
    expect(await ledger.begin(null, summary([b], 'hello', 'two'), { limit })).toEqual(reached);
    const other = { ...summary([b]), payer: 'other' };
    expect((await begun(ledger.begin(null, other, { limit }))).fresh).toEqual([0]);
  });
});

it('history shows masked numbers, newest first, of one account', async () => {
  let now = 1;
  const ledger = createMemoryLedger(() => now++);
  const { id } = await begun(ledger.begin(null, summary([a, b])));
  await ledger.settle(id, {
    accepted: [{ index: 0, providerId: '7' }],
    rejected: [{ index: 1, code: 'API_ERROR' }],
  });
  await ledger.begin(null, summary([c]));
  await ledger.begin(null, summary([c], 'x', 'else'));
  const page = await ledger.history({ provider: 'baas', account: 'project' });
  expect(page.total).toBe(2);
  expect(page.entries[0]).toMatchObject({ inDoubt: 1, accepted: 0 });
  expect(page.entries[1]).toMatchObject({ accepted: 1, rejected: 1, providerIds: ['7'] });
  expect(JSON.stringify(page)).not.toContain(b);
  expect(JSON.stringify(page)).toContain('010-****-2222');
});

it('settle refuses what it does not know and never takes an acceptance back', async () => {
  const ledger = createMemoryLedger();
  await expect(
    ledger.settle('x', { rejected: [{ index: 0, code: 'API_ERROR' }] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { id } = await begun(ledger.begin(null, summary([a])));
  const wrong = { accepted: [{ index: 9, providerId: '1' }] };
  await expect(ledger.settle(id, wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await ledger.settle(id, { accepted: [{ index: 0, providerId: '1' }] });
  await ledger.settle(id, { rejected: [{ index: 0, code: 'API_ERROR' }] });
  expect((await begun(ledger.begin(null, summary([a])))).duplicates).toHaveLength(1);
});

it('knows which payer’s send an id of the provider is', async () => {
  const ledger = createMemoryLedger();
  const { id } = await begun(ledger.begin(null, summary([a, b])));
  await ledger.settle(id, { accepted: [{ index: 1, providerId: '7' }] });
  const query = { provider: 'baas', payer: 'payer', providerId: '7' };
  expect(await ledger.owns(query)).toBe(true);
  for (const other of [{ providerId: '8' }, { payer: 'other' }, { provider: 'twilio' }])
    expect(await ledger.owns({ ...query, ...other })).toBe(false);
});

describe('sendWithLedger', () => {
  const message = (...numbers: string[]): OutboundMessage => ({
    to: numbers.map((phoneNumber) => ({ phoneNumber })),
    text: 'hello',
  });
  const nameOf = (recipient: Recipient) =>
    recipient !== 'me' && 'phoneNumber' in recipient ? recipient.phoneNumber : '';
  const entry = (ledger = createMemoryLedger()) => ({
    ledger,
    provider: 'baas',
    account: 'project',
    payer: 'payer',
    kind: 'sms',
    nameOf,
  });
  const receipt = (to: readonly Recipient[], changes: Partial<SendReceipt> = {}): SendReceipt => ({
    provider: 'baas',
    id: '7',
    accepted: to,
    rejected: [],
    unknown: [],
    duplicate: false,
    warnings: [],
    raw: null,
    ...changes,
  });
  const doubtful = new JeonboError('DELIVERY_UNKNOWN', 'x', { mayHaveBeenSent: true });

  it('sends the rest of a batch only', async () => {
    const shared = entry();
    const sent: (readonly Recipient[])[] = [];
    const send = async ({ to }: OutboundMessage) => {
      sent.push(to);
      return receipt(to);
    };
    await sendWithLedger(shared, message(a), send);
    const second = await sendWithLedger(shared, message(a, b), send);
    expect(sent).toEqual([[{ phoneNumber: a }], [{ phoneNumber: b }]]);
    expect(second).toMatchObject({
      duplicate: false,
      accepted: [{ phoneNumber: b }, { phoneNumber: a }],
    });
    expect(await sendWithLedger(shared, message(a, b), send)).toMatchObject({
      duplicate: true,
      id: '7',
    });
    expect(sent).toHaveLength(2);
  });

  it('keeps the id of each part with those who were accepted under it', async () => {
    const shared = entry();
    const send = async ({ to }: OutboundMessage) => {
      const parts = to.map((recipient, index) => ({ id: `${7 + index}`, recipients: [recipient] }));
      return receipt(to, { id: '7,8', parts });
    };
    await sendWithLedger(shared, message(a, b), send);
    const again = await sendWithLedger(shared, message(b), send);
    expect(again).toMatchObject({
      duplicate: true,
      id: '8',
      parts: [{ id: '8', recipients: [{ phoneNumber: b }] }],
    });
    const query = { provider: 'baas', payer: 'payer', providerId: '7' };
    expect(await shared.ledger.owns(query)).toBe(true);
  });

  it('sends one recipient named twice once, and says so; with another text it is another message', async () => {
    const send = async ({ to }: OutboundMessage) => receipt(to);
    const once = await sendWithLedger(entry(), message(a, a), send);
    expect(once.accepted).toHaveLength(1);
    expect(once.warnings).toMatchObject([{ code: 'DUPLICATE_RECIPIENT', field: 'to[1]' }]);
    const codes = ['1', '2'].map((code) => ({ phoneNumber: a, variables: { code } }));
    const both = await sendWithLedger(entry(), { to: codes, text: '#{code}' }, send);
    expect(both.accepted).toHaveLength(2);
  });

  it('keeps in doubt what may have left, and lets what did not be tried again', async () => {
    const shared = entry();
    await expect(sendWithLedger(shared, message(a), () => Promise.reject(doubtful))).rejects.toBe(
      doubtful,
    );
    const again = sendWithLedger(shared, message(a), () => expect.unreachable());
    await expect(again).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    const refused = new JeonboError('API_ERROR', 'x');
    await expect(sendWithLedger(shared, message(b), () => Promise.reject(refused))).rejects.toBe(
      refused,
    );
    const sent = await sendWithLedger(shared, message(a, b), async ({ to }) => receipt(to));
    expect(sent).toMatchObject({
      accepted: [{ phoneNumber: b }],
      unknown: [{ recipient: { phoneNumber: a } }],
    });
  });

  it('tells apart who may have been reached where nobody was accepted', async () => {
    const shared = entry();
    const [first, second] = message(a, b).to;
    const failed = receipt([], {
      unknown: [{ recipient: first as Recipient, error: doubtful }],
      rejected: [{ recipient: second as Recipient, error: new JeonboError('CANCELED', 'x') }],
    });
    const error = new JeonboError('DELIVERY_UNKNOWN', 'x', {
      mayHaveBeenSent: true,
      receipt: failed,
    });
    await expect(
      sendWithLedger(shared, { ...message(), to: [first as Recipient, second as Recipient] }, () =>
        Promise.reject(error),
      ),
    ).rejects.toBe(error);
    const again = await sendWithLedger(shared, message(a, b), async ({ to }) => receipt(to));
    expect(again).toMatchObject({
      accepted: [{ phoneNumber: b }],
      unknown: [{ recipient: { phoneNumber: a } }],
    });
    expect(JSON.stringify(error)).not.toContain(a);
  });

  it('tells in the failure of a repeat who was reached before', async () => {
    const shared = entry();
    const [first, second] = message(a, b).to;
    const to = [first as Recipient, second as Recipient];
    const rejected = [{ recipient: second as Recipient, error: new JeonboError('CANCELED', 'x') }];
    await sendWithLedger(shared, { ...message(), to }, async () =>
      receipt([first as Recipient], { rejected }),
    );
    const refused = new JeonboError('QUOTA_EXCEEDED', 'x', {
      providerCode: '-532',
      receipt: receipt([], { rejected }),
    });
    const again = sendWithLedger(shared, { ...message(), to }, () => Promise.reject(refused));
    const error = await again.catch((caught: unknown) => caught as JeonboError);
    expect(error).toMatchObject({ code: 'QUOTA_EXCEEDED', providerCode: '-532' });
    expect(error).toMatchObject({
      receipt: { accepted: [{ phoneNumber: a }], rejected: [{ recipient: { phoneNumber: b } }] },
    });
  });

  it('takes a fault of unknown kind for a message that may have left', async () => {
    const shared = entry();
    await expect(
      sendWithLedger(shared, message(a), () => Promise.reject(new Error('bug'))),
    ).rejects.toThrow('bug');
    const again = sendWithLedger(shared, message(a), () => expect.unreachable());
    await expect(again).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN' });
  });

  it('gives the receipt with a warning where the ledger cannot note it', async () => {
    const ledger = {
      ...createMemoryLedger(),
      settle: () => Promise.reject(new Error('disk full')),
    };
    const sent = await sendWithLedger(entry(ledger), message(a), async ({ to }) => receipt(to));
    expect(sent.accepted).toHaveLength(1);
    expect(sent.warnings).toMatchObject([{ code: 'LEDGER_NOT_SETTLED' }]);
  });

  it('sends nothing where the ledger cannot be written before', async () => {
    const ledger = { ...createMemoryLedger(), begin: () => Promise.reject(new Error('disk full')) };
    const sending = sendWithLedger(entry(ledger), message(a), () => expect.unreachable());
    await expect(sending).rejects.toThrow('disk full');
  });
});

async function begun(result: ReturnType<ReturnType<typeof createMemoryLedger>['begin']>) {
  const outcome = await result;
  if (outcome.state !== 'begun') throw new Error(`expected begun, got ${outcome.state}`);
  return outcome;
}
