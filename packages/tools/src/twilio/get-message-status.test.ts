import { describe, expect, it } from 'vitest';
import { createTwilioBench, phone, sender } from '../testing/twilio-bench.ts';

const noOne = `SM${'0'.repeat(32)}`;

async function sent(bench: ReturnType<typeof createTwilioBench>, to = phone) {
  const { structuredContent } = await bench.call('send_sms', { to, message: 'Hello' });
  return String(structuredContent.sid);
}

describe('get_message_status', () => {
  it('follows a message to its phone, with price and dates', async () => {
    const bench = createTwilioBench();
    const sid = await sent(bench);
    const before = await bench.call('get_message_status', { sid });
    expect(before.structuredContent).toMatchObject({ status: 'queued', price: null });
    await bench.clock.advance(1000);
    const { structuredContent, text } = await bench.call('get_message_status', { sid });
    expect({ ...structuredContent, sid: 'SM…' }).toMatchInlineSnapshot(`
      {
        "date_created": "2026-11-20T03:00:00.000Z",
        "date_sent": "2026-11-20T03:00:00.000Z",
        "date_updated": "2026-11-20T03:00:00.000Z",
        "direction": "outbound-api",
        "error_code": null,
        "error_message": null,
        "from": "+15005550006",
        "price": -0.0075,
        "price_unit": "USD",
        "segments": 1,
        "sid": "SM…",
        "status": "delivered",
        "to": "+14155550123",
      }
    `);
    expect(text).toMatchInlineSnapshot(`"delivered (-0.0075 USD)"`);
  });

  it('says why one did not arrive', async () => {
    const bench = createTwilioBench();
    const sid = await sent(bench, '+15005553003');
    await bench.clock.advance(1000);
    const { structuredContent, text } = await bench.call('get_message_status', { sid });
    expect(structuredContent).toMatchObject({ status: 'undelivered', error_code: 30003 });
    expect(text).toContain('undelivered');
    expect(text).toContain('30003 Unreachable destination handset');
  });

  it('is the resource too', async () => {
    const bench = createTwilioBench();
    const sid = await sent(bench);
    const resource = bench.toolset.resources.find(({ name }) => name === 'messages');
    const { structuredContent } = await bench.call('get_message_status', { sid });
    expect(JSON.parse(String(await resource?.read(sid, bench.context)))).toEqual(structuredContent);
    await expect(resource?.read('x', bench.context)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [noOne, 'NOT_FOUND'],
    ['SM1', 'VALIDATION_ERROR'],
    ['../Calls', 'VALIDATION_ERROR'],
  ])('of %s answers %s', async (sid, code) => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('get_message_status', { sid });
    expect(structuredContent).toMatchObject({ error_code: code });
  });

  it('tells a caller of its own messages only', async () => {
    const bench = createTwilioBench();
    const one = { ...bench.context, caller: 'one' };
    const own = await bench.call('send_sms', { to: phone, message: 'Hello' }, one);
    const { sid } = own.structuredContent;
    expect((await bench.call('get_message_status', { sid }, one)).isError).toBe(false);
    const other = await bench.call('get_message_status', { sid }, { caller: 'two' });
    expect(other.structuredContent).toMatchObject({ error_code: 'NOT_FOUND' });
  });
});

describe('list_messages', () => {
  it('lists newest first, without texts', async () => {
    const bench = createTwilioBench();
    const sids = [
      await sent(bench),
      await sent(bench, '+41791234567'),
      await sent(bench, '010-1234-5678'),
    ];
    const { structuredContent, text } = await bench.call('list_messages', {});
    const messages = structuredContent.messages as { sid: string; to: string; from: string }[];
    expect(structuredContent.count).toBe(3);
    expect(messages.map(({ sid }) => sid)).toEqual(sids.reverse());
    expect(messages[0]).toMatchObject({ to: '+821012345678', from: sender, status: 'queued' });
    expect(JSON.stringify(structuredContent) + text).not.toContain('Hello');
  });

  it('filters by number in any form, and takes no more than asked', async () => {
    const bench = createTwilioBench();
    for (const to of ['+41791234567', '010-1234-5678', phone]) await sent(bench, to);
    const found = async (filter: object) => {
      const { structuredContent } = await bench.call('list_messages', filter);
      return (structuredContent.messages as { to: string }[]).map(({ to }) => to);
    };
    expect(await found({ to: '010 1234 5678' })).toEqual(['+821012345678']);
    expect(await found({ from: sender })).toHaveLength(3);
    expect(await found({ from: phone })).toEqual([]);
    expect(await found({ limit: 2 })).toEqual([phone, '+821012345678']);
  });

  it.each([0, 101, 1.5])('does not take a limit of %d', async (limit) => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('list_messages', { limit });
    expect(structuredContent).toMatchObject({ error_code: 'VALIDATION_ERROR' });
  });

  it('shows a caller its own messages only, over all pages', async () => {
    const bench = createTwilioBench();
    const one = { caller: 'one' };
    const own = await bench.call('send_sms', { to: phone, message: 'Hello' }, one);
    for (const to of ['+41791234567', '+41791234568', '+41791234569']) await sent(bench, to);
    const { structuredContent } = await bench.call('list_messages', { limit: 1 }, one);
    const { sid } = own.structuredContent;
    expect(structuredContent).toMatchObject({ count: 1, messages: [{ sid }] });
  });
});
