import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import type { MessageClient } from '@jeonbo/core';
import type { Sandbox } from '@jeonbo/sandbox';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../apps/sandbox/test/browser.ts';
import { createCampaigns } from '../campaign-page/campaigns.ts';
import { createApp as createCampaignApp } from '../campaign-page/express/app.ts';
import { sendOnceSchema } from '../shared/send-once.ts';
import { openSqlite } from '../shared/sqlite.ts';
import { createApp as createStatusApp } from '../status-endpoint/express/app.ts';
import { createStatus } from '../status-endpoint/status.ts';
import { codeSchema, createCodeStore } from '../verification-service/code-store.ts';
import { createApp as createVerificationApp } from '../verification-service/express/app.ts';
import { createVerification } from '../verification-service/verification.ts';
import { buildPage } from './build-page.ts';
import { type Listening, listen } from './listen.ts';
import { startTestSandbox } from './sandbox.ts';

const secret = 'p'.repeat(64);

let sandbox: Sandbox;
let client: MessageClient;
let browser: Browser;

beforeAll(async () => {
  const bed = await startTestSandbox();
  const {
    BAAS_API_BASE_URL: baseUrl,
    BAAS_API_KEY: apiKey,
    PROJECT_ID: projectId,
  } = bed.environment;
  sandbox = bed.sandbox;
  client = createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
    from: bed.environment.BAAS_CALLBACK_NUMBER,
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await sandbox.close();
});

// The components in a browser, against the servers that come with them.
describe.each([
  ['React', 'pages/react.tsx'],
  ['Vue', 'pages/vue.ts'],
])('%s', (_, entry) => {
  const status = createStatusFor();
  let server: Listening;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    const script = await buildPage(`${import.meta.dirname}/${entry}`);
    server = await listen(serve(script));
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(String(error)));
    // What a framework warns of. A 4xx that the page handles is also written there by the browser: not ours.
    page.on('console', (line) => {
      const ours = !line.text().startsWith('Failed to load resource');
      if (ours && ['error', 'warning'].includes(line.type())) faults.push(line.text());
    });
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });
  beforeEach(() => sandbox.reset());

  it('verifies a phone', async () => {
    await page.goto(`${server.url}/verification`);
    await page.getByLabel('휴대전화 번호').fill('010-1234-5678');
    await page.getByRole('button', { name: '인증번호 받기' }).click();
    const { code } = await sandbox.waitFor({ to: '010-1234-5678' });
    await page.getByRole('button', { name: '다시 받기' }).click();
    await page.getByText('요청이 너무 많습니다').waitFor();
    await page.getByLabel('인증번호').fill(String(code));
    await page.getByRole('button', { name: '확인' }).click();
    await page.getByText('인증되었습니다.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('sends a campaign after it was checked and confirmed', async () => {
    await page.goto(`${server.url}/campaign`);
    await page.getByLabel('운영자 암호').fill(secret);
    await page.getByLabel('받는 사람').fill('010-1111-2222,홍길동\n010-3333-4444,김영희');
    await page.getByLabel('내용').fill('#{name}님, 안내드립니다.');
    await page.getByLabel('야간 수신 동의를 받았습니다').check();
    await page.getByRole('button', { name: '확인하기' }).click();
    // Advertising until said otherwise, and this text does not keep the rules for it.
    await page.getByText('광고 문자의 표기 규칙에 맞지 않습니다.').first().waitFor();
    expect(await page.getByRole('button', { name: '보내기' }).count()).toBe(0);

    await page.getByLabel('광고입니다').uncheck();
    await page.getByRole('button', { name: '확인하기' }).click();
    await page.getByRole('button', { name: '2명에게 보내기' }).click();
    await page.getByText('전체 2 · 도착 2 · 실패 0 · 전송 중 0').waitFor();
    expect(sandbox.messages()).toHaveLength(2);
    expect(await page.getByRole('button', { name: '확인하기' }).isDisabled()).toBe(true);
    expect(faults).toEqual([]);
  });

  it('shows what became of a message', async () => {
    const { id } = await client.send({ to: [{ phoneNumber: '010-1234-5678' }], text: '안내' });
    await sandbox.waitFor({ state: 'delivered' });
    await page.goto(`${server.url}/status#${await status.linkTo(id)}`);
    await page.getByText('도착 1 · 실패 0 · 전송 중 0').waitFor();
    await page.getByText('010-****-5678 delivered').waitFor();
    expect(await page.content()).not.toContain('1234-5678');
    expect(faults).toEqual([]);
  });
});

function createStatusFor() {
  // The client is there only when the tests run.
  return createStatus({
    client: { status: (id: string) => client.status(id) } as MessageClient,
    secret,
  });
}

function serve(script: string) {
  const codes = createCodeStore(openSqlite(':memory:', codeSchema));
  const database = openSqlite(':memory:', sendOnceSchema);
  const html = `<!doctype html><html lang="ko"><meta charset="utf-8"><link rel="icon" href="data:,">
<body><script type="module" src="/page.js"></script></body></html>`;
  return express()
    .get('/page.js', (_, response) => {
      response.type('js').send(script);
    })
    .get(['/verification', '/campaign', '/status'], (_, response) => {
      response.type('html').send(html);
    })
    .use(createVerificationApp(createVerification({ client, codes, secret })))
    .use(createCampaignApp(createCampaigns({ client, database, operatorToken: secret })))
    .use(createStatusApp(createStatusFor()));
}
