import { JeonboError, type OutboundMessage, waitForDelivery } from '@jeonbo/core';
import { describe, expect, it } from 'vitest';
import { createBaasClient, createMessageClient } from './index.ts';

const projectId = '123e4567-e89b-42d3-a456-426614174000';

interface Sent {
  recipients: { phone_number: string; member_code: string }[];
  message: string;
  subject?: string;
}

/** Answers each send by its text; what was sent is kept. */
function provider(answer: (body: Sent, count: number) => Response) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const body = (await new Request(input, init).json()) as Sent;
    sent.push(body);
    return answer(body, sent.length);
  };
  const baas = createBaasClient({ apiKey: 'test-key', projectId, fetch });
  return { sent, messages: createMessageClient(baas, { from: '02-1234-5678' }) };
}

const accepting = (_: Sent, count: number) =>
  Response.json({ success: true, data: { group_id: count } });
const person = (index: number, variables = {}) => ({
  phoneNumber: `010-0000-${1000 + index}`,
  variables,
});

describe('texts with variables', () => {
  const message: OutboundMessage = {
    to: [person(1, { name: '가' }), person(2, { name: '나' }), person(3, { name: '가' })],
    text: '#{name}님 안녕하세요',
  };

  it('go in one request a text', async () => {
    const { sent, messages } = provider(accepting);
    const receipt = await messages.send(message);
    expect(sent.map((body) => [body.message, body.recipients.length])).toEqual([
      ['가님 안녕하세요', 2],
      ['나님 안녕하세요', 1],
    ]);
    expect(receipt.accepted).toHaveLength(3);
    expect(receipt.id).toBe('1,2');
  });

  it('of which one is refused are told apart', async () => {
    const { messages } = provider((body, count) =>
      body.message.startsWith('가')
        ? accepting(body, count)
        : Response.json({ success: false, error_code: 'BAD_REQUEST' }, { status: 400 }),
    );
    const receipt = await messages.send(message);
    expect(receipt.accepted).toHaveLength(2);
    expect(receipt.rejected).toMatchObject([
      { recipient: { phoneNumber: '010-0000-1002' }, error: { code: 'VALIDATION_ERROR' } },
    ]);
    expect(receipt.unknown).toEqual([]);
  });

  it('start no more requests after an unknown outcome or a refused key', async () => {
    const to = Array.from({ length: 20 }, (_, index) => person(index, { name: String(index) }));
    for (const [status, list] of [
      [503, 'unknown'],
      [401, 'rejected'],
    ] as const) {
      const { sent, messages } = provider((body, count) =>
        body.message.startsWith('0') ? accepting(body, count) : new Response('', { status }),
      );
      const receipt = await messages.send({ ...message, to });
      expect(receipt.accepted).toHaveLength(1);
      expect(receipt[list].length).toBeGreaterThan(0);
      expect(receipt.rejected.some(({ error }) => error.code === 'CANCELED')).toBe(true);
      expect(receipt.rejected.length + receipt.unknown.length).toBe(19);
      expect(sent.length).toBeLessThan(12);
    }
  });

  it('are measured as they leave, and name who lacks a value', () => {
    const { messages } = provider(accepting);
    const long = messages.check({ ...message, to: [person(1, { name: '가'.repeat(60) })] });
    expect(long).toMatchObject({ kind: 'LMS', ok: true });
    const lacking = messages.check({ ...message, to: [person(1, { name: 'a' }), person(2)] });
    expect(lacking.errors).toMatchObject([{ code: 'VALIDATION_ERROR', field: 'to[1].variables' }]);
  });
});

it('a subject or an image makes an MMS', async () => {
  const { sent, messages } = provider(accepting);
  await messages.send({
    to: [person(1)],
    text: '사진',
    media: [new URL('https://example.com/a.jpg')],
  });
  expect(sent[0]).toMatchObject({ subject: '', img_url_list: ['https://example.com/a.jpg'] });
});

it('a recipient without a member code is told by the number', async () => {
  const { sent, messages } = provider(accepting);
  await messages.send({ to: [{ phoneNumber: '+82 10-1234-5678' }], text: '안녕' });
  expect(sent[0]?.recipients).toEqual([
    { phone_number: '010-1234-5678', member_code: '01012345678' },
  ]);
});

it.each([
  ['a Kakao friend', { to: [{ kakaoUuid: 'x' }] }, 'NOT_SUPPORTED'],
  ['me', { to: ['me' as const] }, 'NOT_SUPPORTED'],
  ['a time', { scheduleAt: new Date() }, 'NOT_SUPPORTED'],
  ['an ad without its form', { purpose: 'ad' as const }, 'AD_RULE_VIOLATION'],
])('refuses %s', async (_, change, code) => {
  const { sent, messages } = provider(accepting);
  await expect(messages.send({ to: [person(1)], text: '안녕', ...change })).rejects.toMatchObject({
    code,
  });
  expect(sent).toEqual([]);
});

it('an app may wait for the end of several groups at once', async () => {
  const fetch = async (input: RequestInfo | URL) => {
    const [, group] = /sms\/(\d+)\//.exec(new Request(input).url) ?? [];
    const result = group === '1' ? '성공' : '실패';
    return Response.json({
      data: [
        { phone: '010-0000-1001', name: null, result, reason: result === '실패' ? '결번' : null },
      ],
    });
  };
  const messages = createMessageClient(createBaasClient({ apiKey: 'k', projectId, fetch }));
  const report = await waitForDelivery(messages, { id: '1,2' });
  expect(report).toMatchObject({
    status: 'partially_delivered',
    providerStatus: '성공,실패',
    counts: { total: 2, delivered: 1, failed: 1 },
  });
  expect(report.messages[1]).toMatchObject({ status: 'failed', reason: '결번' });
});

it.each(['', 'abc', '1,,2'])('refuses %o as an id', async (id) => {
  const { messages } = provider(accepting);
  await expect(messages.status(id)).rejects.toMatchObject({
    code: 'VALIDATION_ERROR',
    field: 'groupId',
  });
});

it('tells the same fault of many texts once', () => {
  const { messages } = provider(accepting);
  const to = Array.from({ length: 50 }, (_, index) => person(index, { name: String(index) }));
  const { warnings } = messages.check({ to, text: '#{name} ₩' });
  expect(warnings.length).toBeLessThan(3);
});

it('tells who was never tried where the first outcome is unknown', async () => {
  const to = Array.from({ length: 20 }, (_, index) => person(index, { name: String(index) }));
  const { messages } = provider(() => new Response('', { status: 503 }));
  const error = await messages.send({ to, text: '#{name}' }).catch((thrown: unknown) => thrown);
  const receipt = JeonboError.is(error) ? error.receipt : undefined;
  expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
  expect(receipt?.unknown.length).toBeLessThan(12);
  expect((receipt?.unknown.length ?? 0) + (receipt?.rejected.length ?? 0)).toBe(20);
});
