import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { openD1 } from '@jeonbo/example-testing/d1';
import { listen } from '@jeonbo/example-testing/listen';
import { type SandboxEnvironment, startTestSandbox } from '@jeonbo/example-testing/sandbox';
import { startProgram } from '@jeonbo/example-testing/start-program';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendOnceSchema } from '../shared/send-once.ts';
import { sign } from '../shared/signature.ts';
import { openSqlite } from '../shared/sqlite.ts';
import { createApp } from './express/app.ts';
import { POST } from './nextjs/route.ts';
import { createOrderNotices, type OrderNotices } from './order-notices.ts';
import worker from './worker/worker.ts';

const secret = 'w'.repeat(64);
const order = {
  id: 'A-1001',
  customer: { id: 'c1', name: '홍길동', phoneNumber: '010-1234-5678' },
  items: '사과 3kg',
  totalWon: 25000,
  carrier: 'CJ대한통운',
  trackingNumber: '1234567890',
  imageUrl: 'https://example.com/apple.jpg',
};

let sandbox: Sandbox;
let environment: SandboxEnvironment;
let handle: OrderNotices;

beforeAll(async () => {
  ({ sandbox, environment } = await startTestSandbox());
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  handle = newHandler();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function newHandler(language?: 'en'): OrderNotices {
  const { BAAS_API_BASE_URL: baseUrl, BAAS_API_KEY: apiKey, PROJECT_ID: projectId } = environment;
  return createOrderNotices({
    client: createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
      from: environment.BAAS_CALLBACK_NUMBER,
    }),
    database: openSqlite(':memory:', sendOnceSchema),
    secret,
    ...(language && { language }),
  });
}

async function tell(type: string, more: object = {}, to = handle) {
  const body = JSON.stringify({ type, order: { ...order, ...more } });
  return to(body, await sign(secret, body));
}

describe('the message', () => {
  it('is a text when an order is paid', async () => {
    expect(await tell('order.paid')).toMatchObject({
      status: 200,
      body: { state: 'accepted', duplicate: false, id: expect.stringMatching(/^\d+$/) },
    });
    const { text } = await sandbox.waitFor({ to: '010-1234-5678' });
    expect(text).toBe(
      '홍길동님, 주문 A-1001 결제가 완료되었습니다.\n상품: 사과 3kg\n금액: 25,000원',
    );
  });

  it('is an MMS with the picture when it leaves, a text without one', async () => {
    await tell('order.shipped');
    expect(await sandbox.waitFor({ to: '010-1234-5678' })).toMatchObject({
      kind: 'MMS',
      subject: '상품 발송 안내',
      media: [order.imageUrl],
      text: expect.stringContaining('CJ대한통운 1234567890'),
    });
    await tell('order.shipped', { id: 'A-1002', imageUrl: undefined });
    expect((await sandbox.waitFor({ text: 'A-1002' })).kind).not.toBe('MMS');
  });

  it('never reads what a customer wrote as a template', async () => {
    await tell('order.paid', { items: '#{trackingNumber} #{nothing}' });
    const { text } = await sandbox.waitFor({ to: '010-1234-5678' });
    expect(text).toContain('상품: #{trackingNumber} #{nothing}');
  });

  it('can be English', async () => {
    await tell('order.paid', {}, newHandler('en'));
    expect((await sandbox.waitFor({})).text).toContain('Total: KRW 25,000');
  });
});

describe('a webhook', () => {
  it('that comes twice sends once', async () => {
    const first = await tell('order.paid');
    const again = await tell('order.paid');
    expect(again).toEqual({ status: 200, body: { ...first.body, duplicate: true } });
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('with a wrong signature sends nothing', async () => {
    const body = JSON.stringify({ type: 'order.paid', order });
    expect(await handle(body, await sign('other', body))).toMatchObject({ status: 401 });
    expect(await handle(`${body} `, await sign(secret, body))).toMatchObject({ status: 401 });
    expect(await handle(body, '')).toMatchObject({ status: 401 });
    expect(sandbox.exchanges()).toHaveLength(0);
  });

  it.each([
    ['order.refunded', {}],
    ['order.paid', { customer: null }],
    ['order.paid', { totalWon: '25000' }],
    ['order.shipped', { trackingNumber: undefined }],
    ['order.shipped', { imageUrl: 'apple.jpg' }],
  ])('of %s with %j is refused', async (type, more) => {
    expect(await tell(type, more)).toMatchObject({ status: 400 });
    expect(sandbox.exchanges()).toHaveLength(0);
  });

  it('is not called again where the message may have left', async () => {
    sandbox.fault({ cut: 'after-read' });
    expect(await tell('order.paid')).toEqual({ status: 200, body: { state: 'unknown' } });
    expect(await tell('order.paid')).toEqual({ status: 200, body: { state: 'unknown' } });
    expect(sandbox.exchanges()).toHaveLength(1);
  });

  it('is called again where nothing left and it may work later', async () => {
    sandbox.fault({ status: 429 });
    expect(await tell('order.paid')).toMatchObject({ status: 503, body: { state: 'not-sent' } });
    expect(await tell('order.paid')).toMatchObject({ status: 200, body: { duplicate: false } });
  });

  it('is not called again where the number is wrong', async () => {
    const customer = { ...order.customer, phoneNumber: '02-123-4567' };
    expect(await tell('order.paid', { customer })).toMatchObject({
      status: 422,
      body: { reason: 'INVALID_PHONE_NUMBER' },
    });
  });
});

/** The same webhook through a framework. */
async function deliver(post: (body: string, signature: string) => Promise<Response>) {
  const body = JSON.stringify({ type: 'order.paid', order });
  expect((await post(body, 'wrong')).status).toBe(401);
  const signature = await sign(secret, body);
  expect(await (await post(body, signature)).json()).toMatchObject({ duplicate: false });
  expect(await (await post(body, signature)).json()).toMatchObject({ duplicate: true });
  expect(sandbox.messages()).toHaveLength(1);
}

const init = (body: string, signature: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-signature': signature },
  body,
});

it('runs on Express', async () => {
  const server = await listen(createApp(handle));
  await deliver((...given) => fetch(`${server.url}/webhooks/orders`, init(...given)));
  await server.close();
});

it('starts as a program', async () => {
  const url = await startProgram(`${import.meta.dirname}/express/start.ts`, {
    ...environment,
    WEBHOOK_SECRET: secret,
  });
  await deliver((...given) => fetch(`${url}/webhooks/orders`, init(...given)));
});

it('runs as a Next.js route', async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv('WEBHOOK_SECRET', secret);
  vi.stubEnv('DATABASE_FILE', ':memory:');
  const url = 'http://localhost/api/webhooks/orders';
  await deliver((...given) => POST(new Request(url, init(...given))));
});

it('runs as a Worker', async () => {
  const env = { ...environment, WEBHOOK_SECRET: secret, DATABASE: openD1(sendOnceSchema) };
  const url = 'http://localhost/webhooks/orders';
  await deliver((...given) => worker.fetch(new Request(url, init(...given)), env));
  expect((await worker.fetch(new Request('http://localhost/'), env)).status).toBe(404);
});
