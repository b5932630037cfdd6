import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { startTestSandbox } from '@jeonbo/example-testing/sandbox';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { sendOnce, sendOnceSchema } from './send-once.ts';
import { openSqlite } from './sqlite.ts';

const message = {
  to: [{ phoneNumber: '010-1234-5678' }],
  text: '주문이 접수되었습니다.',
  from: '02-1234-5678',
  idempotencyKey: 'order:1',
};

let sandbox: Sandbox;
let newClient: () => ReturnType<typeof createMessageClient>;
let database: Database;

beforeAll(async () => {
  const bed = await startTestSandbox();
  const {
    BAAS_API_BASE_URL: baseUrl,
    BAAS_API_KEY: apiKey,
    PROJECT_ID: projectId,
  } = bed.environment;
  sandbox = bed.sandbox;
  // A new client has an empty memory, as after a restart.
  newClient = () => createMessageClient(createBaasClient({ baseUrl, apiKey, projectId }));
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
  database = openSqlite(':memory:', sendOnceSchema);
});

it('sends once and answers a repeat with the same receipt, over a restart', async () => {
  const first = await sendOnce(newClient(), database, message);
  expect(first).toMatchObject({ state: 'accepted', duplicate: false, receipt: { accepted: 1 } });
  const again = await sendOnce(newClient(), database, message);
  expect(again).toEqual({ ...first, duplicate: true });
  expect(sandbox.messages()).toHaveLength(1);
});

it('lets one of many that come at the same moment send', async () => {
  await Promise.all(Array.from({ length: 20 }, () => sendOnce(newClient(), database, message)));
  expect(sandbox.messages()).toHaveLength(1);
});

it.each([{ status: 502 }, { cut: 'after-read' }, { body: '?' }] as const)(
  'never repeats after %j',
  async (fault) => {
    sandbox.fault(fault);
    expect(await sendOnce(newClient(), database, message)).toMatchObject({ state: 'unknown' });
    expect(await sendOnce(newClient(), database, message)).toEqual({
      state: 'unknown',
      duplicate: true,
    });
    expect(sandbox.exchanges()).toHaveLength(1);
  },
);

it.each([{ status: 400 }, { status: 429 }])('may repeat after %j', async (fault) => {
  sandbox.fault(fault);
  expect(await sendOnce(newClient(), database, message)).toMatchObject({ state: 'not-sent' });
  expect(await sendOnce(newClient(), database, message)).toMatchObject({ state: 'accepted' });
});

it('answers accepted where the note of it fails, and sends nothing again', async () => {
  const failing: Database = {
    first: (sql, ...values) =>
      sql.startsWith('UPDATE')
        ? Promise.reject(new Error('disk full'))
        : database.first(sql, ...values),
  };
  expect(await sendOnce(newClient(), failing, message)).toMatchObject({ state: 'accepted' });
  expect(await sendOnce(newClient(), database, message)).toMatchObject({ state: 'unknown' });
  expect(sandbox.messages()).toHaveLength(1);
});
