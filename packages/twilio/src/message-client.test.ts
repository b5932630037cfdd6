import { JeonboError, type OutboundMessage, waitForDelivery } from '@jeonbo/core';
import { createMemoryLedger } from '@jeonbo/core/ledger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accountSid,
  errorAnswer,
  messageAnswer,
  messageSid,
  serviceSid,
} from '../test-support/index.ts';
import { createMessageClient, createTwilioClient } from './index.ts';
import type { MessageClientOptions } from './types.ts';

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^TWILIO_/.test(name)) vi.stubEnv(name, '');
});
afterEach(() => vi.unstubAllEnvs());

/** Answers each send by its form; what was sent is kept. */
function provider(
  answer: (form: URLSearchParams, count: number) => Response,
  options: MessageClientOptions = { from: '+14155550123' },
) {
  const sent: Record<string, string>[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const form = new URLSearchParams(await new Request(input, init).text());
    sent.push(Object.fromEntries(form));
    return answer(form, sent.length);
  };
  const ledger = createMemoryLedger();
  const twilio = createTwilioClient({ accountSid, authToken: 'test-token', fetch, ledger });
  return { sent, ledger, messages: createMessageClient(twilio, options) };
}

const accepting = (_: URLSearchParams, count: number) =>
  Response.json(messageAnswer({ sid: messageSid(count) }), { status: 201 });
const person = (index: number, variables = {}) => ({
  phoneNumber: `010-0000-${1000 + index}`,
  variables,
});

describe('several recipients', () => {
  const to = [person(1, { name: '가' }), person(2, { name: '나' }), person(3, { name: '다' })];
  const message: OutboundMessage = { to, text: '#{name}님 안녕하세요' };

  it('are one request each, in E.164 and with their own text', async () => {
    const { sent, messages } = provider(accepting);
    const receipt = await messages.send(message);
    expect(sent.map(({ To, Body }) => [To, Body]).sort()).toEqual([
      ['+821000001001', '가님 안녕하세요'],
      ['+821000001002', '나님 안녕하세요'],
      ['+821000001003', '다님 안녕하세요'],
    ]);
    expect(receipt.accepted).toEqual(to);
    expect(receipt.id.split(',')).toHaveLength(3);
  });

  it('of whom one is refused are told apart', async () => {
    const { messages } = provider((form, count) =>
      form.get('To') === '+821000001002' ? errorAnswer(21610, 400) : accepting(form, count),
    );
    const receipt = await messages.send(message);
    expect(receipt.accepted).toHaveLength(2);
    expect(receipt.rejected).toMatchObject([
      { recipient: { phoneNumber: '010-0000-1002' }, error: { code: 'RECIPIENT_REJECTED' } },
    ]);
  });

  it('start no more requests after an unknown outcome', async () => {
    const many = Array.from({ length: 40 }, (_, index) => person(index));
    const { sent, messages } = provider(() => new Response('', { status: 503 }));
    const error = await messages
      .send({ to: many, text: '안녕' })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(sent.length).toBeLessThan(12);
    const receipt = JeonboError.is(error) ? error.receipt : undefined;
    expect((receipt?.unknown.length ?? 0) + (receipt?.rejected.length ?? 0)).toBe(40);
  });

  it('repeated with a key reach only those who were refused', async () => {
    let refusing = true;
    const { sent, messages } = provider((form, count) =>
      refusing && form.get('To') === '+821000001002'
        ? errorAnswer(21610, 400)
        : accepting(form, count),
    );
    const keyed = { ...message, idempotencyKey: 'notice-1' };
    await messages.send(keyed);
    refusing = false;
    sent.length = 0;
    const second = await messages.send(keyed);
    expect(sent.map(({ To }) => To)).toEqual(['+821000001002']);
    expect(second.accepted).toHaveLength(3);
  });

  it('listed twice in two forms get one message where a key is used', async () => {
    const { sent, messages } = provider(accepting);
    const twice = [{ phoneNumber: '010-1234-5678' }, { phoneNumber: '+82 10 1234 5678' }];
    const receipt = await messages.send({ to: twice, text: '안녕', idempotencyKey: 'once' });
    expect(sent).toHaveLength(1);
    expect(receipt.warnings.map(({ code }) => code)).toContain('DUPLICATE_RECIPIENT');
  });
});

describe('the sender', () => {
  const senderOf = async (options: MessageClientOptions, from?: string) => {
    const { sent, messages } = provider(accepting, options);
    await messages.send({ to: [person(1)], text: '안녕', ...(from && { from }) });
    return [sent[0]?.From, sent[0]?.MessagingServiceSid];
  };

  it('is the message’s own, else the client’s, else of the environment', async () => {
    vi.stubEnv('TWILIO_MESSAGING_SERVICE_SID', serviceSid);
    expect(await senderOf({ from: '+14155550123' }, '+14155550199')).toEqual([
      '+14155550199',
      undefined,
    ]);
    expect(await senderOf({ from: '+14155550123' }, serviceSid)).toEqual([undefined, serviceSid]);
    expect(await senderOf({ from: '+14155550123' })).toEqual(['+14155550123', undefined]);
    expect(await senderOf({})).toEqual([undefined, serviceSid]);
  });

  it('is missed by check() and send() alike', async () => {
    const { sent, messages } = provider(accepting, {});
    const message = { to: [person(1)], text: '안녕' };
    expect(messages.check(message).errors).toMatchObject([{ code: 'INVALID_CALLBACK_NUMBER' }]);
    await expect(messages.send(message)).rejects.toMatchObject({ field: 'from' });
    expect(sent).toEqual([]);
  });
});

describe('a time', () => {
  const scheduleAt = new Date(Date.now() + 3_600_000);
  const message: OutboundMessage = { to: [person(1)], text: '안녕', scheduleAt };

  it('goes with a messaging service', async () => {
    const { sent, messages } = provider(accepting, { messagingServiceSid: serviceSid });
    await messages.send(message);
    expect(sent[0]).toMatchObject({ ScheduleType: 'fixed', MessagingServiceSid: serviceSid });
  });

  it('is refused with a number alone, before any request', async () => {
    const { sent, messages } = provider(accepting);
    const sending = messages.send(message);
    await expect(sending).rejects.toMatchObject({ code: 'INVALID_SCHEDULE', field: 'scheduleAt' });
    expect(sent).toEqual([]);
  });
});

it('media go with or without a text, and the callback with each message', async () => {
  const options = { from: '+14155550123', statusCallback: 'https://example.com/status' };
  const { sent, messages } = provider(accepting, options);
  const media = [new URL('https://example.com/a.jpg')];
  const { warnings } = await messages.send({ to: [person(1)], text: '', media });
  expect(sent[0]).toMatchObject({
    MediaUrl: 'https://example.com/a.jpg',
    StatusCallback: 'https://example.com/status',
  });
  expect(sent[0]).not.toHaveProperty('Body');
  expect(warnings.map(({ code }) => code)).toEqual(['MEDIA_AS_LINK']);
});

it.each([
  ['a Kakao friend', { to: [{ kakaoUuid: 'x' }] }, 'NOT_SUPPORTED'],
  ['me', { to: ['me' as const] }, 'NOT_SUPPORTED'],
  ['a subject', { subject: '제목' }, 'NOT_SUPPORTED'],
  ['a landline', { to: [{ phoneNumber: '02-123-4567' }] }, 'INVALID_PHONE_NUMBER'],
  ['1001 recipients', { to: Array(1001).fill(person(1)) }, 'INVALID_RECIPIENTS_COUNT'],
  ['an ad to Korea without its form', { purpose: 'ad' as const }, 'AD_RULE_VIOLATION'],
])('refuses %s', async (_, change, code) => {
  const { sent, messages } = provider(accepting);
  const sending = messages.send({ to: [person(1)], text: '안녕', ...change });
  await expect(sending).rejects.toMatchObject({ code });
  expect(sent).toEqual([]);
});

it('holds no ad to Korean rules that goes elsewhere', async () => {
  const { messages } = provider(accepting);
  const ad = { to: [{ phoneNumber: '+14155550100' }], text: 'Sale', purpose: 'ad' as const };
  expect(messages.check(ad).ok).toBe(true);
});

it('tells the same fault of many texts once', () => {
  const { messages } = provider(accepting);
  const to = Array.from({ length: 50 }, (_, index) => person(index, { name: index % 10 }));
  expect(messages.check({ to, text: '₩#{name}' }).warnings).toHaveLength(1);
});

describe('status', () => {
  const report = (answers: Record<string, object>) => {
    const fetch = async (input: RequestInfo | URL) => {
      const [, sid = ''] = /Messages\/(\w+)\.json/.exec(new Request(input).url) ?? [];
      return Response.json(messageAnswer({ sid, ...answers[sid] }));
    };
    const twilio = createTwilioClient({ accountSid, authToken: 't', fetch });
    const id = Object.keys(answers).join(',');
    return waitForDelivery(createMessageClient(twilio), { id }, { timeoutMs: 0 });
  };

  it.each([
    ['accepted', 'queued'],
    ['scheduled', 'queued'],
    ['queued', 'queued'],
    ['sending', 'sent'],
    ['sent', 'sent'],
    ['teleported', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['undelivered', 'failed'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
    ['partially_delivered', 'unknown'],
  ])('%s is %s', async (status, word) => {
    const twilio = createTwilioClient({
      accountSid,
      authToken: 't',
      fetch: async () => Response.json(messageAnswer({ status })),
    });
    const found = await createMessageClient(twilio).status(messageSid());
    expect(found).toMatchObject({ status: word, providerStatus: status });
  });

  it('of several is told as one, with the reason of each', async () => {
    const found = await report({
      [messageSid(1)]: { status: 'delivered' },
      [messageSid(2)]: { status: 'undelivered', error_code: 30006, error_message: 'Landline' },
    });
    expect(found).toMatchObject({
      status: 'partially_delivered',
      providerStatus: 'delivered,undelivered',
      counts: { total: 2, delivered: 1, failed: 1 },
    });
    expect(found.messages[1]).toMatchObject({ status: 'failed', reason: '30006 Landline' });
  });

  it.each(['', 'SM1', `${messageSid()},,`])('refuses %o as an id', async (id) => {
    const { sent, messages } = provider(accepting);
    await expect(messages.status(id)).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      field: 'id',
    });
    expect(sent).toEqual([]);
  });
});
