import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Sandbox, startSandbox } from '@jeonbo/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

// The program as its README starts it: a real MCP server on stdio, and the sandbox for Twilio.

const phone = '+41791234567';
let sandbox: Sandbox;
let home: string;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, deliveryMs: 1 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  home = mkdtempSync(join(tmpdir(), 'jeonbo-budget-agent-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
});

async function start(settings: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [`${import.meta.dirname}/start.ts`], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      NODE_NO_WARNINGS: '1',
      NOTES_FILE: join(home, 'alerts.sqlite'),
      DATABASE_URL: `file:${join(home, 'ledger.sqlite')}`,
      JEONBO_LANG: 'en',
      LOG_LEVEL: 'error',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'f'.repeat(32),
      TWILIO_PHONE_NUMBER: '+15005550006',
      TWILIO_API_BASE_URL: sandbox.url,
      NOTIFICATION_PHONE: phone,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}

const texts = () => sandbox.messages().map((message) => message.text);

describe('by the rule', () => {
  it('sends one alert for each budget over its threshold, and none in a second run', async () => {
    expect(await start()).toMatchObject({ code: 0, stderr: '' });
    expect(sandbox.messages().map(({ to }) => to)).toEqual([phone, phone]);
    expect(texts()).toEqual([
      '[!] SpendWise: Groceries\nCHF 510/600 (85%)',
      '[!!] SpendWise: Eating out\nCHF 273/250 (109%)',
    ]);
    const again = await start();
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('told before') });
    expect(sandbox.exchanges()).toHaveLength(2);
  });

  it('sends nothing twice by the ledger, even where its own notes are lost', async () => {
    await start();
    const again = await start({ NOTES_FILE: join(home, 'new.sqlite') });
    expect(again.code).toBe(0);
    expect(sandbox.exchanges()).toHaveLength(2);
  });

  it('never repeats what may have left', async () => {
    sandbox.fault({ path: '/2010-04-01/', cut: 'after-read' });
    const first = await start();
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('2026-11 Groceries threshold: unknown DELIVERY_UNKNOWN');
    expect(first.stdout).toContain('2026-11 Eating out limit: sent SM');
    await start();
    expect(sandbox.exchanges()).toHaveLength(2);
  });

  it('tries again what was certainly not sent', async () => {
    const first = await start({ TWILIO_PHONE_NUMBER: '+15005550007' });
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/Groceries threshold: not-sent [A-Z_]+/);
    expect((await start()).code).toBe(0);
    expect(texts()).toHaveLength(2);
  });

  it.each([
    [{ JEONBO_DRY_RUN: '1' }, 'DRY_RUN'],
    [{ JEONBO_CONFIRM: 'always' }, 'CONFIRMATION_REQUIRED'],
    [{ JEONBO_ALLOWED_RECIPIENTS: '+1415' }, 'RECIPIENT_NOT_ALLOWED'],
  ])('is held by the guard rails of the server: %j', async (settings, reason) => {
    const { code, stdout } = await start(settings);
    expect(code).toBe(1);
    expect(stdout).toContain(`Groceries threshold: not-sent ${reason}`);
    expect(sandbox.exchanges()).toEqual([]);
  });
});

describe('by a model', () => {
  /** A stub of an OpenAI-compatible endpoint. */
  async function startModel(answer: (body: string) => object) {
    const requests: string[] = [];
    const server = createServer(async (request, response) => {
      requests.push(await text(request));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer(requests.at(-1) ?? '')));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const OPENAI_BASE_URL = `http://127.0.0.1:${port}/v1`;
    return { requests, settings: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL } };
  }

  it('sends what the model chose, with its line, and does not ask it again for the same', async () => {
    const given = { category: 'Eating out', custom_message: 'Soup tonight?' };
    const model = await startModel((body) => {
      const done = body.includes('"role":"tool"');
      const call = { name: 'send_budget_alert', arguments: JSON.stringify(given) };
      const tool_calls = done ? [] : [{ id: '1', type: 'function', function: call }];
      return { choices: [{ message: { role: 'assistant', content: null, tool_calls } }] };
    });
    expect(await start(model.settings)).toMatchObject({ code: 0, stderr: '' });
    expect(texts()).toEqual(['[!!] SpendWise: Eating out\nCHF 273/250 (109%)\nSoup tonight?']);
    expect(model.requests.join()).not.toMatch(/Sushi|\+4179|sk-test/);
    await start(model.settings);
    expect(JSON.parse(model.requests.at(-1) ?? '').tools[0].function.parameters).toMatchObject({
      properties: { category: { enum: ['Groceries'] } },
    });
    expect(texts()).toHaveLength(1);
  });

  it('tells the person all the same where the model fails', async () => {
    const model = await startModel(() => ({ error: 'overloaded' }));
    const { code, stdout } = await start(model.settings);
    expect(code).toBe(0);
    expect(stdout).toContain('the rule decides');
    expect(texts()).toHaveLength(2);
  });
});
