import { type OutboundMessage, waitForDelivery } from '@jeonbo/core';
import { createMemoryLedger } from '@jeonbo/core/ledger';
import { describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  failure,
  json,
  kakaoServer,
  refusal,
  sentToAll,
  sentToMe,
} from '../test-support/index.ts';
import { createKakaoClient, createMessageClient } from './index.ts';
import type { MessageClientOptions } from './types.ts';

const { api } = kakaoServer();

/** What was sent to whom, by Kakao's two kinds of request. */
function provider(friends: Answer = sentToAll, options: MessageClientOptions = {}) {
  const requests = api((asked, count) =>
    asked.url.pathname.includes('/memo/') ? sentToMe() : friends(asked, count),
  );
  const ledger = createMemoryLedger();
  const kakao = createKakaoClient({ accessToken: 'access-1', account: 'user-7', ledger });
  const sent = () =>
    requests.map(({ form }) => [
      JSON.parse(form.get('template_object') ?? '{}').text,
      JSON.parse(form.get('receiver_uuids') ?? '"me"'),
    ]);
  return { requests, sent, ledger, messages: createMessageClient(kakao, options) };
}

const friend = (index: number, variables = {}) => ({ kakaoUuid: `friend-${index}`, variables });
const many = (count: number) => Array.from({ length: count }, (_, index) => friend(index));
const text = '안녕하세요';

describe('recipients', () => {
  it('with the same text go five a request, oneself apart', async () => {
    const { sent, messages } = provider();
    const to = [...many(7), 'me' as const];
    const receipt = await messages.send({ to, text });
    expect(sent().sort()).toEqual([
      [text, ['friend-0', 'friend-1', 'friend-2', 'friend-3', 'friend-4']],
      [text, ['friend-5', 'friend-6']],
      [text, 'me'],
    ]);
    expect(new Set(receipt.accepted)).toEqual(new Set(to));
    expect(receipt).toMatchObject({ provider: 'kakao', id: '', rejected: [], unknown: [] });
  });

  it('get their own text', async () => {
    const { sent, messages } = provider();
    const to = [friend(1, { name: '가' }), friend(2, { name: '나' }), friend(3, { name: '가' })];
    await messages.send({ to, text: '#{name}님' });
    expect(sent().sort()).toEqual([
      ['가님', ['friend-1', 'friend-3']],
      ['나님', ['friend-2']],
    ]);
  });

  it('listed twice get one message, with and without a key', async () => {
    for (const key of [{}, { idempotencyKey: 'once' }]) {
      const { sent, messages } = provider();
      const to = [...many(6), friend(0), 'me' as const, 'me' as const];
      await messages.send({ to, text, ...key });
      const named = sent().flatMap(([, uuids]) => uuids);
      expect(named).toHaveLength(7);
    }
  });
});

describe('a mixed outcome', () => {
  const mixed: Answer = ({ form }) => {
    const uuids: string[] = JSON.parse(form.get('receiver_uuids') ?? '[]');
    const failure_info = [{ code: -530, msg: 'blocked', receiver_uuids: ['friend-1'] }];
    return json({
      successful_receiver_uuids: uuids.filter((uuid) => uuid === 'friend-0'),
      failure_info,
    });
  };

  it('is a receipt that tells each', async () => {
    const { messages } = provider(mixed);
    const to = many(3);
    const receipt = await messages.send({ to, text });
    expect(receipt.accepted).toEqual([to[0]]);
    expect(receipt.rejected).toMatchObject([
      { recipient: to[1], error: { code: 'RECIPIENT_BLOCKED' } },
    ]);
    expect(receipt.unknown).toMatchObject([
      { recipient: to[2], error: { code: 'INVALID_RESPONSE' } },
    ]);
  });

  it('is repeated for those alone who certainly did not get it', async () => {
    const { sent, messages } = provider(mixed);
    const message = { to: many(3), text, idempotencyKey: 'order-7' };
    await messages.send(message);
    await messages.send(message).catch(() => {});
    expect(sent().map(([, uuids]) => uuids)).toEqual([
      ['friend-0', 'friend-1', 'friend-2'],
      ['friend-1'],
    ]);
  });

  it('calls nobody unknown who was certainly refused, where another one is in doubt', async () => {
    const { messages } = provider(() =>
      json({
        failure_info: [
          { code: -1, msg: 'internal', receiver_uuids: ['friend-0'] },
          { code: -532, msg: 'quota', receiver_uuids: ['friend-1'] },
        ],
      }),
    );
    const error = await failure(messages.send({ to: many(2), text }));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    const told = error.receipt as NonNullable<typeof error.receipt>;
    expect(told.unknown).toMatchObject([{ recipient: { kakaoUuid: 'friend-0' } }]);
    expect(told.rejected).toMatchObject([
      { recipient: { kakaoUuid: 'friend-1' }, error: { code: 'QUOTA_EXCEEDED' } },
    ]);
  });

  it('without any acceptance is an error with a receipt', async () => {
    const { messages } = provider(() => refusal(-502));
    const error = await failure(messages.send({ to: many(1), text }));
    expect(error).toMatchObject({ code: 'NOT_A_FRIEND', mayHaveBeenSent: false });
    expect(error.receipt?.rejected).toHaveLength(1);
  });

  it('starts no more after a limit or a doubt', async () => {
    for (const answer of [refusal(-532), refusal(-402, 403), new Response('', { status: 503 })]) {
      const { requests, messages } = provider((asked, count) =>
        count === 1 ? sentToAll(asked) : answer.clone(),
      );
      const receipt = await messages.send({ to: many(100), text });
      expect(receipt.accepted).toHaveLength(5);
      expect(receipt.rejected.length + receipt.unknown.length).toBe(95);
      expect(receipt.rejected.some(({ error }) => error.code === 'CANCELED')).toBe(true);
      expect(requests.length).toBeLessThan(10);
    }
  });
});

describe('the link', () => {
  const linkOf = async (options: MessageClientOptions) => {
    const { requests, messages } = provider(sentToAll, options);
    await messages.send({ to: ['me'], text });
    const template = JSON.parse(requests[0]?.form.get('template_object') ?? '{}');
    return [template.link, template.button_title];
  };
  const both = (url: string) => ({ web_url: url, mobile_web_url: url });

  it('is the given one, else of the environment, else nowhere', async () => {
    expect(await linkOf({})).toEqual([{}, undefined]);
    vi.stubEnv('BASE_URL', 'https://jeonbo.example');
    expect(await linkOf({})).toEqual([both('https://jeonbo.example'), undefined]);
    expect(await linkOf({ link: new URL('https://a.example/7'), buttonTitle: '열기' })).toEqual([
      both('https://a.example/7'),
      '열기',
    ]);
    expect(await linkOf({ link: { iosExecutionParams: 'a=1' } })).toEqual([
      { ios_execution_params: 'a=1' },
      undefined,
    ]);
  });

  it('that is none is missed by check() and send() alike', async () => {
    const { requests, messages } = provider(sentToAll, { link: 'example.com' });
    expect(messages.check({ to: ['me'], text }).ok).toBe(false);
    expect((await failure(messages.send({ to: ['me'], text }))).field).toBe('options.link.webUrl');
    expect(requests).toEqual([]);
  });
});

it.each<[string, Partial<OutboundMessage>, string, string]>([
  ['a phone number', { to: [{ phoneNumber: '010-1234-5678' }] }, 'NOT_SUPPORTED', 'to[0]'],
  ['a friend without a name', { to: [{ kakaoUuid: ' ' }] }, 'VALIDATION_ERROR', 'to[0].kakaoUuid'],
  ['101 recipients', { to: many(101) }, 'INVALID_RECIPIENTS_COUNT', 'to'],
  ['201 characters', { text: '가'.repeat(201) }, 'MESSAGE_TOO_LONG', 'text'],
  ['a subject', { subject: '제목' }, 'NOT_SUPPORTED', 'subject'],
  ['a sender', { from: '02-1234-5678' }, 'NOT_SUPPORTED', 'from'],
  ['images', { media: [new URL('https://example.com/a.jpg')] }, 'NOT_SUPPORTED', 'media'],
  ['a time', { scheduleAt: new Date(0) }, 'NOT_SUPPORTED', 'scheduleAt'],
  ['an ad without its form', { purpose: 'ad' }, 'AD_RULE_VIOLATION', 'text'],
])('refuses %s', async (_, change, code, field) => {
  const { requests, messages } = provider();
  const error = await failure(messages.send({ to: ['me'], text, ...change }));
  expect(error).toMatchObject({ code, field });
  expect(requests).toEqual([]);
});

it('measures the longest text, as it leaves', () => {
  const { messages } = provider();
  const to = [friend(1, { name: '가' }), friend(2, { name: '가'.repeat(199) })];
  expect(messages.check({ to, text: '#{name}님' })).toMatchObject({
    ok: true,
    characters: 200,
    kind: null,
  });
});

it('tells of no delivery, since Kakao reports none', async () => {
  const { messages } = provider();
  const { id } = await messages.send({ to: ['me'], text });
  expect(messages.capabilities.deliveryReports).toBe(false);
  expect(await waitForDelivery(messages, { id }, { timeoutMs: 0 })).toMatchObject({
    status: 'unknown',
    counts: { total: 0 },
  });
});

it('notes whose send it was', async () => {
  const { ledger, messages } = provider();
  await messages.send({ to: [...many(2), 'me'], text, idempotencyKey: 'order-7' });
  const { entries } = await ledger.history({ provider: 'kakao', account: 'user-7' });
  expect(entries).toMatchObject([{ kind: 'kakao', accepted: 3, inDoubt: 0 }]);
});
