import { describe, expect, it } from 'vitest';
import { createTwilioBench, type TwilioBenchOptions } from '../testing/twilio-bench.ts';

const book = JSON.stringify([
  { id: 'kim', name: '김', phone_number: '010-1111-2222' },
  { id: 'lee', name: 'Lee', phone_number: '+14155553333' },
]);
const env = { JEONBO_RECIPIENT_BOOK: 'book.json' };
const bench = (options: TwilioBenchOptions = {}) => createTwilioBench({ env, book, ...options });

describe('with a recipient book', () => {
  it('people are named by id, and no number is shown', async () => {
    const { call, sandbox } = bench();
    const listed = await call('list_recipients', {});
    const sent = await call('send_sms', { to: ['kim', { id: 'lee' }], message: 'Hello' });
    const { sid } = sent.structuredContent;
    const status = await call('get_message_status', { sid });
    const list = await call('list_messages', { to: 'kim' });
    expect(list.structuredContent).toMatchObject({ count: 1, messages: [{ sid }] });
    expect(sandbox.messages().map(({ to }) => to)).toEqual(['010-1111-2222', '+14155553333']);
    const told = JSON.stringify([listed, sent, status, list]);
    expect(told).not.toMatch(/1111-?2222|4155553333/);
  });

  it('an alert goes to a person of the book', async () => {
    const { call, sandbox } = bench();
    await call('send_budget_alert', { to: 'kim', category: 'Rent', spent: 1, budget: 1 });
    expect(sandbox.messages()).toMatchObject([{ to: '010-1111-2222' }]);
  });

  it.each([
    ['is in it, however it is written', '+82 10-1111-2222', true],
    ['is not in it', '+41791234567', false],
  ])('NOTIFICATION_PHONE is reached where it %s', async (_, notificationPhone, reached) => {
    const { call, sandbox } = bench({ context: { notificationPhone } });
    const { structuredContent } = await call('send_sms', { message: 'Hello' });
    expect(structuredContent.success).toBe(reached);
    expect(sandbox.messages()).toHaveLength(reached ? 1 : 0);
    const check = await call('check_message', { message: 'Hello' });
    expect(check.structuredContent.errors).toHaveLength(reached ? 0 : 1);
  });

  it.each([
    ['an id that is not in it', 'park', 'RECIPIENT_NOT_ALLOWED'],
    ['a number', '+14155553333', 'RECIPIENT_NOT_ALLOWED'],
    ['a number in other clothes', [{ phone_number: '+14155553333' }], 'VALIDATION_ERROR'],
  ])('%s reaches nobody', async (_, to, code) => {
    const { call, sandbox } = bench();
    const { structuredContent } = await call('send_sms', { to, message: 'Hello' });
    expect(structuredContent).toMatchObject({ error_code: code });
    expect(sandbox.exchanges()).toEqual([]);
  });
});
