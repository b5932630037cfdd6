import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { openD1 } from '@jeonbo/example-testing/d1';
import { type Listening, listen } from '@jeonbo/example-testing/listen';
import { type SandboxEnvironment, startTestSandbox } from '@jeonbo/example-testing/sandbox';
import { startProgram } from '@jeonbo/example-testing/start-program';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../shared/sqlite.ts';
import { codeSchema, createCodeStore } from './code-store.ts';
import { createApp } from './express/app.ts';
import { POST } from './nextjs/route.ts';
import { createVerification, type Verification } from './verification.ts';
import worker from './worker/worker.ts';

const secret = 'a'.repeat(64);
const phoneNumber = '010-1234-5678';

let sandbox: Sandbox;
let environment: SandboxEnvironment;
let clock: number;
let verification: Verification;

beforeAll(async () => {
  ({ sandbox, environment } = await startTestSandbox());
});
afterAll(() => sandbox.close());

beforeEach(() => {
  sandbox.reset();
  clock = 1_800_000_000_000;
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { BAAS_API_BASE_URL: baseUrl, BAAS_API_KEY: apiKey, PROJECT_ID: projectId } = environment;
  verification = createVerification({
    client: createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
      from: environment.BAAS_CALLBACK_NUMBER,
    }),
    codes: createCodeStore(openSqlite(':memory:', codeSchema)),
    secret,
    now: () => clock,
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Asks for a code and reads it off the phone. */
async function sentCode(): Promise<string> {
  const after = sandbox.messages().at(-1)?.id ?? 0;
  expect(await verification.send({ phoneNumber })).toMatchObject({ status: 202 });
  const { code } = await sandbox.waitFor({ to: phoneNumber, after });
  return String(code);
}

async function statusOf(code: string): Promise<number> {
  return (await verification.check({ phoneNumber, code })).status;
}

describe('a code', () => {
  it('is six digits, goes as one SMS, and verifies once, however the number is written', async () => {
    const code = await sentCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(sandbox.messages()).toMatchObject([{ kind: 'SMS', to: phoneNumber }]);
    const check = { phoneNumber: '+82 10 1234 5678', code: ` ${code} ` };
    expect(await verification.check(check)).toMatchObject({
      status: 200,
      body: { verified: true },
    });
    expect(await verification.check(check)).toMatchObject({ status: 422 });
  });

  it('verifies one of many that come at the same moment', async () => {
    const code = await sentCode();
    const results = await Promise.all([statusOf(code), statusOf(code), statusOf(code)]);
    expect(results.filter((status) => status === 200)).toHaveLength(1);
  });

  it('expires after five minutes', async () => {
    const code = await sentCode();
    clock += 5 * 60_000;
    expect(await statusOf(code)).toBe(422);
  });

  it('is worthless after five attempts, also when they come all at once', async () => {
    const code = await sentCode();
    const wrong = code === '000000' ? '111111' : '000000';
    await Promise.all(Array.from({ length: 5 }, () => statusOf(wrong)));
    expect(await statusOf(code)).toBe(422);
  });

  it('is replaced by the next one', async () => {
    const first = await sentCode();
    clock += 60_000;
    const second = await sentCode();
    if (first !== second) expect(await statusOf(first)).toBe(422);
    expect(await statusOf(second)).toBe(200);
  });

  it('is not in the database', async () => {
    const rows: unknown[] = [];
    const database = openSqlite(':memory:', codeSchema);
    const codes = createCodeStore({
      first: (sql, ...values) => {
        rows.push(values);
        return database.first(sql, ...values);
      },
    });
    const { BAAS_API_BASE_URL: baseUrl, BAAS_API_KEY: apiKey, PROJECT_ID: projectId } = environment;
    const client = createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }), {
      from: '02-1234-5678',
    });
    await createVerification({ client, codes, secret }).send({ phoneNumber });
    const { code } = await sandbox.waitFor({ to: phoneNumber });
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`);
  });
});

describe('limits', () => {
  it('sends no second code within a minute, also when all ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        verification.send({ phoneNumber: index % 2 ? phoneNumber : '01012345678' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(sandbox.messages()).toHaveLength(1);
    // Not even after it was used.
    expect(await statusOf(String(sandbox.messages()[0]?.code))).toBe(200);
    expect(await verification.send({ phoneNumber })).toMatchObject({ status: 429 });
  });

  it('sends ten a day', async () => {
    for (let count = 0; count < 10; count++) {
      await sentCode();
      clock += 60_000;
    }
    expect(await verification.send({ phoneNumber })).toMatchObject({ status: 429 });
    clock += 24 * 60 * 60_000;
    await sentCode();
  });

  it.each(['', '02-123-4567', 'abc', '+1 415 555 0123', null, { length: 1 }])(
    'refuses %j without a request',
    async (wrong) => {
      expect(await verification.send({ phoneNumber: wrong })).toMatchObject({ status: 400 });
      expect(await verification.check({ phoneNumber: wrong })).toMatchObject({ status: 400 });
      expect(sandbox.exchanges()).toHaveLength(0);
    },
  );
});

describe('when something goes wrong', () => {
  it('lets the person ask again at once where nothing left', async () => {
    sandbox.fault({ status: 400 });
    expect(await verification.send({ phoneNumber })).toMatchObject({ status: 503 });
    await sentCode();
  });

  it('keeps the code good and sends nothing again where it may have left', async () => {
    sandbox.fault({ cut: 'after-read' });
    expect(await verification.send({ phoneNumber })).toMatchObject({ status: 202 });
    expect(sandbox.exchanges()).toHaveLength(1);
    const { code } = await sandbox.waitFor({ to: phoneNumber });
    expect(await statusOf(String(code))).toBe(200);
  });
});

it('speaks English when asked', async () => {
  const { body } = await verification.send({ phoneNumber, language: 'en' });
  expect(body.message).toContain('We sent you a code');
  expect((await sandbox.waitFor({ to: phoneNumber })).text).toContain('Your code is');
});

/** The same conversation through a framework. */
async function converse(post: (step: 'send' | 'check', body: object) => Promise<Response>) {
  expect((await post('send', { phoneNumber })).status).toBe(202);
  const { code } = await sandbox.waitFor({ to: phoneNumber });
  expect((await post('send', { phoneNumber })).status).toBe(429);
  expect((await post('check', { phoneNumber, code: 'x' })).status).toBe(422);
  const verified = await post('check', { phoneNumber, code });
  expect(await verified.json()).toMatchObject({ verified: true });
  expect((await post('check', {})).status).toBe(400);
}

const paths = { send: '/send-verification', check: '/verify-code' };
const init = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

it('runs on Express', async () => {
  const server: Listening = await listen(createApp(verification));
  await converse((step, body) => fetch(server.url + paths[step], init(body)));
  expect((await fetch(server.url + paths.send, { method: 'POST' })).status).toBe(400);
  await server.close();
});

it('starts as a program', async () => {
  const url = await startProgram(`${import.meta.dirname}/express/start.ts`, {
    ...environment,
    VERIFICATION_SECRET: secret,
  });
  await converse((step, body) => fetch(url + paths[step], init(body)));
});

it('runs as a Next.js route', async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.stubEnv('VERIFICATION_SECRET', secret);
  vi.stubEnv('DATABASE_FILE', ':memory:');
  const post = (action: string, body: object) =>
    POST(new Request(`http://localhost/api/verification/${action}`, init(body)), {
      params: Promise.resolve({ action }),
    });
  await converse(post);
  expect((await post('other', {})).status).toBe(404);
});

it('runs as a Worker', async () => {
  const env = { ...environment, VERIFICATION_SECRET: secret, DATABASE: openD1(codeSchema) };
  const post = (path: string, body: object) =>
    worker.fetch(new Request(`http://localhost${path}`, init(body)), env);
  await converse((step, body) => post(paths[step], body));
  expect((await post('/other', {})).status).toBe(404);
});
