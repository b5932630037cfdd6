import { expect, it } from 'vitest';
import { ask, startTestSandbox } from '../test-support.ts';
import { get, messages, send } from './test-support.ts';

it.each([
  ['+15005553001', 'failed', 30001, 'failed'],
  ['+15005553003', 'undelivered', 30003, 'failed'],
  ['+15005553004', 'undelivered', 30004, 'failed'],
  ['+15005553005', 'undelivered', 30005, 'failed'],
  ['+15005553006', 'undelivered', 30006, 'failed'],
  ['+15005553007', 'undelivered', 30007, 'failed'],
  ['+15005553008', 'undelivered', 30008, 'failed'],
  ['+15005553000', 'queued', null, 'pending'],
  ['+15005553009', 'sent', null, 'sent'],
  ['+15005553002', 'delivered', null, 'delivered'],
])('%s ends %s with %s', async (to, status, code, state) => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { To: to });
  clock.advance(1_000_000);
  const ended = (await get(sandbox, json.uri)).json;
  expect([ended.status, ended.error_code, ended.error_message === null]).toEqual([
    status,
    code,
    code === null,
  ]);
  const [message] = sandbox.messages();
  expect(message?.state).toBe(state);
  const reason = code === null ? null : expect.stringContaining(`${status} ${code}: `);
  expect(message?.reason).toEqual(reason);
});

it('was never sent where the queue was full', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { To: '+15005553001' });
  clock.advance(300);
  const { status, date_sent, price } = (await get(sandbox, json.uri)).json;
  expect([status, date_sent, price]).toEqual(['failed', null, null]);
  expect(sandbox.messages()[0]?.timeline.map(({ state }) => state)).toEqual(['pending', 'failed']);
});

it.each([
  [{ status: 429, retryAfter: '3' }, 429, 20429, 0],
  [{ status: 503 }, 503, 20503, 0],
  [{ status: 500, processed: true }, 500, 20500, 1],
  [{ retryAfter: '1' }, 429, 20429, 0],
])("a fault %o answers in Twilio's words", async (fault, status, code, sent) => {
  const { sandbox } = await startTestSandbox();
  sandbox.fault(fault);
  const answer = await send(sandbox);
  expect([answer.status, answer.json.code, answer.json.status]).toEqual([status, code, status]);
  expect(answer.headers.get('twilio-request-id')).toMatch(/^RQ/);
  expect(answer.headers.get('retry-after')).toBe('retryAfter' in fault ? fault.retryAfter : null);
  expect(sandbox.messages()).toHaveLength(sent);
});

it('is processed once where the connection is cut after it was read', async () => {
  const { sandbox } = await startTestSandbox();
  sandbox.fault({ cut: 'after-read', path: '/2010-04-01/' });
  await expect(send(sandbox)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(sandbox.messages()).toHaveLength(1);
  expect((await get(sandbox, `${messages}.json`)).json.messages).toHaveLength(1);
});

it('fails without a code where the fault names none, and is slow where it says so', async () => {
  const { sandbox, clock } = await startTestSandbox();
  sandbox.fault({ result: { state: 'failed' }, deliveryMs: 10_000 });
  const { json } = await send(sandbox);
  clock.advance(5000);
  expect((await get(sandbox, json.uri)).json.status).toBe('sending');
  clock.advance(15_000);
  expect((await get(sandbox, json.uri)).json).toMatchObject({
    status: 'undelivered',
    error_code: 30008,
  });
});

it('comes back from a snapshot as it was, on its way too', async () => {
  const first = await startTestSandbox();
  const { json } = await send(first.sandbox);
  first.clock.advance(200);
  const before = (await get(first.sandbox, json.uri)).json;
  const { json: saved } = await ask(first.sandbox, 'GET', '/_sandbox/snapshot');
  const second = await startTestSandbox();
  second.sandbox.restore(saved);
  expect((await get(second.sandbox, json.uri)).json).toEqual(before);
  second.clock.advance(400);
  expect((await get(second.sandbox, json.uri)).json.status).toBe('delivered');
});

it('is missing from a snapshot of a sandbox that knew no Twilio yet', async () => {
  const { sandbox } = await startTestSandbox();
  const { providers, ...saved } = sandbox.snapshot();
  await send(sandbox);
  sandbox.restore({ ...saved, providers: { baas: providers.baas } });
  expect((await get(sandbox, `${messages}.json`)).json.messages).toEqual([]);
});
