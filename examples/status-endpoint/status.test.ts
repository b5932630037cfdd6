import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import type { MessageClient } from '@jeonbo/core';
import { listen } from '@jeonbo/example-testing/listen';
import { type SandboxEnvironment, startTestSandbox } from '@jeonbo/example-testing/sandbox';
import { startProgram } from '@jeonbo/example-testing/start-program';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from './express/app.ts';
import { GET } from './nextjs/route.ts';
import { pollStatus } from './poll-status.ts';
import { createStatus, type Status, type StatusView } from './status.ts';
import { statusLine } from './words.ts';
import worker from './worker/worker.ts';

const secret = 's'.repeat(64);

let sandbox: Sandbox;
let environment: SandboxEnvironment;
let client: MessageClient;
let clock: number;
let status: Status;

beforeAll(async () => {
  ({ sandbox, environment } = await startTestSandbox());
  const { BAAS_API_BASE_URL: baseUrl, BAAS_API_KEY: apiKey, PROJECT_ID: projectId } = environment;
  client = createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
    from: environment.BAAS_CALLBACK_NUMBER,
  });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  clock = Date.now();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  status = createStatus({ client, secret, now: () => clock });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function sendTwo(): Promise<string> {
  const to = [{ phoneNumber: '010-1111-2222' }, { phoneNumber: '010-3333-4444' }];
  return (await client.send({ to, text: '안내드립니다.' })).id;
}

function read(link: string) {
  const { pathname, searchParams } = new URL(link, 'http://localhost');
  return status.read(pathname.replace('/sms-status/', ''), searchParams);
}

describe('a link', () => {
  it('tells who it reached, with masked numbers', async () => {
    sandbox.fault({ result: { state: 'failed', reason: '결번' } });
    const id = await sendTwo();
    await sandbox.waitFor({ state: 'failed' });
    const { status, body } = await read(await linkTo(id));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      groupId: id,
      status: 'failed',
      failed: 2,
      delivered: 0,
      final: true,
    });
    expect(body.messages).toMatchObject([
      { phone: '010-****-2222', status: 'failed', reason: '결번' },
      { phone: '010-****-4444', status: 'failed', reason: '결번' },
    ]);
  });

  it('says under way, never done, while nothing is known', async () => {
    sandbox.fault({ deliveryMs: 60_000 });
    const { body } = await read(await linkTo(await sendTwo()));
    expect(body).toMatchObject({ final: false, delivered: 0 });
    expect(body.status).not.toBe('delivered');
  });

  it('is not final where the provider has no rows yet', async () => {
    const link = await linkTo(await sendTwo());
    sandbox.fault({ method: 'GET', body: '{"success":true,"message":"","data":[]}' });
    expect((await read(link)).body).toMatchObject({ final: false, delivered: 0, messages: [] });
  });

  it('opens no other group, and nothing after a day', async () => {
    const link = await linkTo(await sendTwo());
    expect(await read(link.replace('/sms-status/', '/sms-status/9'))).toMatchObject({
      status: 404,
    });
    expect(await read(link.replace('expires=', 'expires=9'))).toMatchObject({ status: 404 });
    expect(await read(link.split('?')[0] ?? '')).toMatchObject({ status: 404 });
    clock += 24 * 60 * 60_000 + 1;
    expect(await read(link)).toMatchObject({ status: 404 });
  });

  it('answers 503 where the provider does not, and asks it again by itself', async () => {
    const link = await linkTo(await sendTwo());
    const undo = sandbox.fault({ status: 401, times: null });
    expect(await read(link)).toEqual({ status: 503, body: {} });
    undo();
    sandbox.fault({ status: 503 });
    expect(await read(link)).toMatchObject({ status: 200 });
  });
});

function linkTo(id: string): Promise<string> {
  return status.linkTo(id);
}

describe('pollStatus', () => {
  it('asks until all is known, over failures', async () => {
    const server = await listen(createApp(status));
    sandbox.fault({ deliveryMs: 60 });
    const link = server.url + (await linkTo(await sendTwo()));
    let calls = 0;
    const flaky: typeof fetch = (...given) =>
      calls++ === 0 ? Promise.reject(new TypeError('offline')) : fetch(...given);
    const seen: StatusView[] = [];
    const { signal } = new AbortController();
    for await (const view of pollStatus(link, { signal, fetch: flaky, firstDelayMs: 20 }))
      seen.push(view);
    expect(seen.at(-1)).toMatchObject({ delivered: 2, final: true });
    expect(statusLine(seen.at(-1))).toBe('도착 2 · 실패 0 · 전송 중 0');
    await server.close();
  });

  it('stops when it is told to, gives up in time, and does not ask a dead link again', async () => {
    const never: typeof fetch = () => Promise.reject(new TypeError('offline'));
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 30);
    for await (const _ of pollStatus('/x', { signal: leaving.signal, fetch: never }));

    const { signal } = new AbortController();
    const soon = { signal, firstDelayMs: 5, giveUpAfterMs: 30 };
    for await (const _ of pollStatus('/x', { ...soon, fetch: never }));

    const gone = vi.fn<typeof fetch>(async () => new Response(null, { status: 404 }));
    for await (const _ of pollStatus('/x', { signal, fetch: gone }));
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

it('has words in both languages', () => {
  expect(statusLine(undefined)).toBe('확인하고 있습니다…');
  expect(statusLine(undefined, 'en')).toBe('Looking it up…');
  const view = { delivered: 1, failed: 2, pending: 3, unknown: 4 } as StatusView;
  expect(statusLine(view)).toBe('도착 1 · 실패 2 · 전송 중 3 · 알 수 없음 4');
  expect(statusLine(view, 'en')).toBe('Delivered 1 · failed 2 · under way 3 · unknown 4');
});

/** The same link through a framework. */
async function visit(get: (path: string) => Promise<Response>) {
  const link = await linkTo(await sendTwo());
  const response = await get(link);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ messages: [{}, {}] });
  expect((await get(link.slice(0, -1))).status).toBe(404);
}

it('runs on Express', async () => {
  const server = await listen(createApp(status));
  await visit((path) => fetch(server.url + path));
  await server.close();
});

it('starts as a program', async () => {
  const url = await startProgram(`${import.meta.dirname}/express/start.ts`, {
    ...environment,
    STATUS_SECRET: secret,
  });
  await visit((path) => fetch(url + path));
});

it('runs as a Next.js route', async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv('STATUS_SECRET', secret);
  await visit((path) => {
    const url = new URL(path, 'http://localhost');
    const groupId = url.pathname.replace('/sms-status/', '');
    return GET(new Request(url), { params: Promise.resolve({ groupId }) });
  });
});

it('runs as a Worker', async () => {
  const env = { ...environment, STATUS_SECRET: secret };
  await visit((path) => worker.fetch(new Request(`http://localhost${path}`), env));
  expect((await worker.fetch(new Request('http://localhost/'), env)).status).toBe(404);
});
