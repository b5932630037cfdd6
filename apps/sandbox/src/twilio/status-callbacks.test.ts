import twilio from 'twilio';
import { expect, it } from 'vitest';
import { startTestSandbox, until } from '../test-support.ts';
import type { Receiver } from './test-support.ts';
import {
  accountSid,
  authToken,
  basic,
  from,
  get,
  post,
  send,
  serviceSid,
  startReceiver,
  to,
} from './test-support.ts';

const statuses = ({ received }: Receiver) => received.map(({ form }) => form.MessageStatus);

function isSigned({ received }: Receiver, token = authToken): boolean {
  return received.every(({ url, form, headers }) =>
    twilio.validateRequest(token, String(headers['x-twilio-signature']), url, { ...form }),
  );
}

it('tells every state after the first, in order, signed', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  const StatusCallback = `${receiver.url}/status?user=7&b=%26`;
  const { json } = await send(sandbox, { StatusCallback });
  clock.advance(600);
  await until(() => receiver.received.length === 3);
  expect(statuses(receiver)).toEqual(['sending', 'sent', 'delivered']);
  const last = receiver.received[2];
  expect(last?.form).toEqual({
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: from,
    MessageSid: json.sid,
    MessageStatus: 'delivered',
    SmsSid: json.sid,
    SmsStatus: 'delivered',
    To: to,
  });
  expect(last?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(last?.headers['user-agent']).toBe('TwilioProxy/1.1');
  expect(isSigned(receiver)).toBe(true);
  expect(isSigned(receiver, 'another-token')).toBe(false);
});

it('tells the error code of what was not delivered', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  await send(sandbox, { To: '+15005553003', StatusCallback: receiver.url });
  clock.advance(600);
  await until(() => receiver.received.length === 3);
  expect(receiver.received.map(({ form }) => [form.MessageStatus, form.ErrorCode])).toEqual([
    ['sending', undefined],
    ['sent', undefined],
    ['undelivered', '30003'],
  ]);
  expect(isSigned(receiver)).toBe(true);
});

it('tells a schedule that it leaves, or is canceled', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  const schedule = {
    From: undefined,
    MessagingServiceSid: serviceSid,
    ScheduleType: 'fixed',
    SendAt: '2026-01-01T01:00:00Z',
    StatusCallback: receiver.url,
  };
  const { json } = await send(sandbox, schedule);
  await post(sandbox, json.uri, { Status: 'canceled' });
  await until(() => receiver.received.length === 1);
  await send(sandbox, schedule);
  clock.advance(3_600_600);
  await until(() => receiver.received.length === 5);
  expect(statuses(receiver)).toEqual(['canceled', 'queued', 'sending', 'sent', 'delivered']);
  expect(receiver.received[4]?.form.MessagingServiceSid).toBe(serviceSid);
});

it('tries once more where the connection failed, with the same token, and not where it was refused', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  receiver.answer = { cut: 1, status: 500 };
  const { json } = await send(sandbox, { StatusCallback: receiver.url });
  clock.advance(600);
  await until(() => receiver.received.length === 4);
  expect(statuses(receiver)).toEqual(['sending', 'sending', 'sent', 'delivered']);
  const [first, second, third] = receiver.received.map(
    ({ headers }) => headers['i-twilio-idempotency-token'],
  );
  expect(first).toBe(second);
  expect(third).not.toBe(first);
  const id = sandbox.messages()[0]?.id;
  const webhooks = async () => (await get(sandbox, `/_sandbox/messages/${id}`)).json.webhooks;
  let calls = await webhooks();
  while (calls.some(({ status }: { status: number | null }) => status === null)) {
    calls = await webhooks();
  }
  expect(calls.map(({ event, status }: Record<string, unknown>) => [event, status])).toEqual([
    ['sending', 500],
    ['sent', 500],
    ['delivered', 500],
  ]);
  expect((await get(sandbox, json.uri)).json.status).toBe('delivered');
});

it('gives up after two failed connections, and says why in the detail', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  receiver.answer = { cut: 2 };
  await send(sandbox, { To: '+15005553001', StatusCallback: `${receiver.url}/gone` });
  clock.advance(300);
  await until(() => receiver.received.length === 3);
  expect(statuses(receiver)).toEqual(['sending', 'sending', 'failed']);
  const id = sandbox.messages()[0]?.id;
  const { webhooks } = (await get(sandbox, `/_sandbox/messages/${id}`)).json;
  expect(webhooks[0]).toEqual({
    at: '2026-01-01T00:00:00.150Z',
    url: `${receiver.url}/gone`,
    event: 'sending',
    status: null,
    error: expect.stringMatching(/ECONNRESET|socket|closed/),
  });
});

it('signs with the credentials in the address, and hands them over as such', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  const StatusCallback = receiver.url.replace('//', '//me:p%40ss@');
  await send(sandbox, { StatusCallback: `${StatusCallback}/status` });
  clock.advance(150);
  await until(() => receiver.received.length === 1);
  const [webhook] = receiver.received;
  expect(webhook?.headers.authorization).toBe(basic('me', 'p@ss').Authorization);
  const signature = String(webhook?.headers['x-twilio-signature']);
  const form = { ...webhook?.form };
  expect(twilio.validateRequest(authToken, signature, `${StatusCallback}/status`, form)).toBe(true);
  const [message] = sandbox.messages();
  const { webhooks } = (await get(sandbox, `/_sandbox/messages/${message?.id}`)).json;
  expect(webhooks[0].url).toBe(`${receiver.url}/status`);
});

it('tells nobody where nobody asked, and nothing again after a restore', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const receiver = await startReceiver();
  await send(sandbox);
  await send(sandbox, { StatusCallback: receiver.url });
  clock.advance(300);
  await until(() => receiver.received.length === 2);
  sandbox.restore(sandbox.snapshot());
  clock.advance(300);
  await until(() => receiver.received.length === 3);
  expect(statuses(receiver)).toEqual(['sending', 'sent', 'delivered']);
});
