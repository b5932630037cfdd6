import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { openD1 } from '@jeonbo/example-testing/d1';
import { listen } from '@jeonbo/example-testing/listen';
import { type SandboxEnvironment, startTestSandbox } from '@jeonbo/example-testing/sandbox';
import { startProgram } from '@jeonbo/example-testing/start-program';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendOnceSchema } from '../shared/send-once.ts';
import { openSqlite } from '../shared/sqlite.ts';
import { createCampaignApi } from './campaign-api.ts';
import { type Campaigns, createCampaigns } from './campaigns.ts';
import { createApp } from './express/app.ts';
import * as next from './nextjs/route.ts';
import { createCampaignPage } from './page.ts';
import { parseRecipients } from './recipients.ts';
import { handleCampaigns } from './routes.ts';
import worker from './worker/worker.ts';

const operatorToken = 'o'.repeat(32);
const authorization = `Bearer ${operatorToken}`;
const form = {
  recipients: '010-1111-2222,홍길동\n\n01033334444, 김영희 \n+82 10 1111 2222,홍 길동',
  text: '#{name}님, 점검 안내드립니다.',
  advertising: false,
  nightConsent: false,
};

let sandbox: Sandbox;
let environment: SandboxEnvironment;
let campaigns: Campaigns;

beforeAll(async () => {
  ({ sandbox, environment } = await startTestSandbox());
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { BAAS_API_BASE_URL: baseUrl, BAAS_API_KEY: apiKey, PROJECT_ID: projectId } = environment;
  campaigns = createCampaigns({
    client: createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
      from: environment.BAAS_CALLBACK_NUMBER,
    }),
    database: openSqlite(':memory:', sendOnceSchema),
    operatorToken,
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('reads one person a line', () => {
  expect(parseRecipients(form.recipients)).toEqual([
    { phoneNumber: '010-1111-2222', variables: { name: '홍길동' } },
    { phoneNumber: '010-3333-4444', variables: { name: '김영희' } },
  ]);
});

describe('the server', () => {
  it('checks without sending', async () => {
    expect(await campaigns.check(authorization, form)).toMatchObject({
      status: 200,
      body: { ok: true, recipients: 2, kind: 'SMS', issues: [] },
    });
    expect(sandbox.exchanges()).toHaveLength(0);
  });

  it('holds ads to their rules unless told that it is none', async () => {
    const { advertising: _, ...unsaid } = form;
    const { body } = await campaigns.check(authorization, { ...unsaid, nightConsent: true });
    expect(body).toMatchObject({
      ok: false,
      issues: expect.arrayContaining([expect.stringContaining('(광고)')]),
    });
    const send = { ...unsaid, campaignId: '1', confirmedRecipients: 2 };
    expect(await campaigns.send(authorization, send)).toMatchObject({ status: 422 });
    expect(sandbox.exchanges()).toHaveLength(0);
  });

  it('sends what was confirmed, once, each person their own text', async () => {
    const send = { ...form, campaignId: '1', confirmedRecipients: 2 };
    const first = await campaigns.send(authorization, send);
    expect(first).toMatchObject({
      status: 202,
      body: { state: 'accepted', duplicate: false, receipt: { accepted: 2, rejected: 0 } },
    });
    expect(await campaigns.send(authorization, send)).toMatchObject({ body: { duplicate: true } });
    expect(
      sandbox
        .messages()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['김영희님, 점검 안내드립니다.', '홍길동님, 점검 안내드립니다.']);
  });

  it('refuses a list that is not the confirmed one, and who is no operator', async () => {
    const send = { ...form, campaignId: '1', confirmedRecipients: 1 };
    expect(await campaigns.send(authorization, send)).toMatchObject({ status: 409 });
    for (const wrong of ['', 'Bearer ', 'Bearer x']) {
      expect(await campaigns.check(wrong, form)).toMatchObject({ status: 401 });
      expect(await campaigns.send(wrong, send)).toMatchObject({ status: 401 });
      expect(await campaigns.status(wrong, '1')).toMatchObject({ status: 401 });
    }
    expect(sandbox.exchanges()).toHaveLength(0);
  });
});

/** The page's own calls, through a framework. */
async function campaign(request: typeof fetch) {
  const page = createCampaignPage(createCampaignApi(request));
  page.edit({ ...form, token: 'wrong' });
  await page.check();
  expect(page.state().message).toContain('운영자 암호');
  page.edit({ token: operatorToken });
  await page.check();
  expect(page.state().message).toBe('2명에게 SMS (28바이트)로 보냅니다.');
  await page.send();
  expect(page.state()).toMatchObject({
    closed: true,
    message: '전체 2 · 도착 2 · 실패 0 · 전송 중 0',
  });
  // Pressing again does nothing.
  await page.send();
  expect(sandbox.messages()).toHaveLength(2);
}

describe('the page', () => {
  let requests: string[];

  function newPage(language?: 'en') {
    requests = [];
    const request: typeof fetch = async (path, init) => {
      requests.push(`${init?.method} ${String(path)}`);
      return handleCampaigns(
        campaigns,
        new Request(new URL(String(path), 'http://localhost'), init),
      );
    };
    const page = createCampaignPage(createCampaignApi(request), language);
    page.edit({ ...form, token: operatorToken });
    return page;
  }

  it('sends nothing that was not checked as it stands', async () => {
    const page = newPage();
    await page.send();
    await page.check();
    page.edit({ text: '다른 글' });
    await page.send();
    expect(page.state()).toMatchObject({ preview: undefined, closed: false });
    page.edit({ text: ' ' });
    await page.check();
    expect(page.state().preview).toMatchObject({ ok: false });
    await page.send();
    expect(sandbox.exchanges()).toHaveLength(0);
  });

  it('sends once for two presses at once', async () => {
    const page = newPage('en');
    await page.check();
    expect(page.state().message).toMatch(/^Goes to 2 people as SMS/);
    await Promise.all([page.send(), page.send()]);
    expect(requests.filter((line) => line === 'POST /api/campaigns')).toHaveLength(1);
    expect(sandbox.messages()).toHaveLength(2);
  });

  it('says that nobody knows where nobody knows', async () => {
    const page = newPage();
    await page.check();
    sandbox.fault({ status: 502, times: null });
    await page.send();
    expect(page.state()).toMatchObject({
      closed: true,
      message: expect.stringContaining('보내졌는지 알 수 없습니다'),
    });
  });

  it('may be pressed again where nothing left', async () => {
    const page = newPage();
    await page.check();
    sandbox.fault({ status: 401, times: null });
    await page.send();
    expect(page.state()).toMatchObject({ closed: false, busy: false });
    expect(page.state().message).toContain('다시 눌러도 두 번 보내지 않습니다.');
    sandbox.reset();
    await page.send();
    expect(page.state().closed).toBe(true);
  });
});

const at =
  (origin: string, send: typeof fetch = fetch): typeof fetch =>
  (path, init) =>
    send(`${origin}${String(path)}`, init);

it('runs on Express', async () => {
  const server = await listen(createApp(campaigns));
  await campaign(at(server.url));
  await server.close();
});

it('starts as a program', async () => {
  const url = await startProgram(`${import.meta.dirname}/express/start.ts`, {
    ...environment,
    OPERATOR_TOKEN: operatorToken,
  });
  await campaign(at(url));
});

it('runs as Next.js routes', async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv('OPERATOR_TOKEN', operatorToken);
  vi.stubEnv('DATABASE_FILE', ':memory:');
  await campaign(
    at('http://localhost', (url, init) =>
      init?.method === 'POST'
        ? next.POST(new Request(url, init))
        : next.GET(new Request(url, init)),
    ),
  );
});

it('runs as a Worker', async () => {
  const env = { ...environment, OPERATOR_TOKEN: operatorToken, DATABASE: openD1(sendOnceSchema) };
  await campaign(at('http://localhost', (url, init) => worker.fetch(new Request(url, init), env)));
});
