import { describe, expect, it } from 'vitest';
import { ask, key, sendSms, smsBody, startTestSandbox, until } from '../test-support.ts';

const idsOf = (json: { messages: { id: number }[] }): number[] => json.messages.map(({ id }) => id);

async function sendThree(sandbox: Parameters<typeof sendSms>[0]): Promise<void> {
  const person = { name: '김전보', phone: '010-2222-2222' };
  const project = String(smsBody().project_id);
  const { json } = await ask(sandbox, 'POST', `/recipient/${project}`, person);
  const to = (phone_number: string, member_code = 'm') => ({
    recipients: [{ phone_number, member_code }],
  });
  await sendSms(sandbox, { ...to('010-1111-1111'), message: 'Hello One' });
  await sendSms(sandbox, { ...to('010-2222-2222', json.data.id), message: 'Hello Two' });
  await sendSms(sandbox, { ...to('010-0000-0001'), message: '안녕 셋' });
}

describe('GET /_sandbox/messages', () => {
  it.each([
    ['', [1, 2, 3]],
    ['to=01011111111', [1]],
    ['to=%2B82-10-2222-2222', [2]],
    ['q=hello', [1, 2]],
    ['q=%EA%B9%80%EC%A0%84', [2]],
    ['q=0101111', [1]],
    ['q=2222-2', [2]],
    ['state=failed', [3]],
    ['provider=baas&state=delivered', [1, 2]],
    ['provider=kakao', []],
    ['limit=2', [2, 3]],
    ['after=1&limit=1', [2]],
    ['after=3', []],
    ['to=&q=&state=', [1, 2, 3]],
  ])('?%s', async (query, ids) => {
    const { sandbox, clock } = await startTestSandbox();
    await sendThree(sandbox);
    clock.advance(600);
    const { json } = await ask(sandbox, 'GET', `/_sandbox/messages?${query}`);
    expect(idsOf(json)).toEqual(ids);
  });

  it.each([
    ['limit=0', 'limit', 'a whole number from 1 to 10000'],
    ['state=lost', 'state', 'one of pending, sent, delivered, failed'],
    ['after=x', 'after', 'a whole number from 0 to 9007199254740991'],
    ['from=1', 'from', 'one of to, q, state, provider, after, wait, limit'],
  ])('?%s is refused by name', async (query, field, expected) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await ask(sandbox, 'GET', `/_sandbox/messages?${query}`);
    expect([status, json]).toEqual([
      400,
      {
        error: { code: 'INVALID_QUERY', message: `${field} must be ${expected}`, field, expected },
      },
    ]);
  });

  it('waits until one matches', async () => {
    const { sandbox } = await startTestSandbox();
    const waiting = ask(sandbox, 'GET', '/_sandbox/messages?to=01012345678&wait=5000');
    await sendSms(sandbox, { recipients: [{ phone_number: '010-1111-1111', member_code: 'm' }] });
    await sendSms(sandbox);
    expect(idsOf((await waiting).json)).toEqual([2]);
  });

  it('answers what there is when the wait is over, at close too', async () => {
    const { sandbox, clock } = await startTestSandbox();
    let timers = 0;
    const { setTimer } = clock;
    clock.setTimer = (...given) => {
      timers += 1;
      return setTimer(...given);
    };
    const waiting = ask(sandbox, 'GET', '/_sandbox/messages?wait=5000');
    await until(() => timers === 1);
    clock.advance(5000);
    expect((await waiting).json).toEqual({ messages: [] });
    const closing = ask(sandbox, 'GET', '/_sandbox/messages?wait=5000');
    await until(() => timers === 2);
    await sandbox.close();
    expect((await closing).json).toEqual({ messages: [] });
  });
});

describe('one message', () => {
  it('comes with its exchange, the key redacted', async () => {
    const { sandbox } = await startTestSandbox();
    await sendSms(sandbox, { message: `key ${key}` });
    const { json } = await ask(sandbox, 'GET', '/_sandbox/messages/1');
    expect(json.message).toMatchObject({ id: 1, exchangeId: 1 });
    expect(json.exchange).toMatchObject({
      id: 1,
      request: { method: 'POST', path: '/message/sms', headers: { 'x-api-key': '[redacted]' } },
      response: { status: 200, body: expect.stringContaining('"group_id":10001') },
      fault: null,
    });
    expect(JSON.stringify(json.exchange)).not.toContain(key);
    expect((await ask(sandbox, 'GET', '/_sandbox/messages/2')).status).toBe(404);
  });

  it('comes without one that is no longer kept', async () => {
    const { sandbox } = await startTestSandbox({ keep: 1 });
    await sendSms(sandbox);
    await ask(sandbox, 'GET', '/message/send_history/sms/10001/messages');
    const { json } = await ask(sandbox, 'GET', '/_sandbox/messages/1');
    expect([json.message.id, json.exchange]).toEqual([1, null]);
  });
});

describe('changing the sandbox', () => {
  it('DELETE /_sandbox/messages forgets messages and goes on counting ids', async () => {
    const { sandbox, clock } = await startTestSandbox();
    await sendSms(sandbox);
    expect((await ask(sandbox, 'DELETE', '/_sandbox/messages')).status).toBe(204);
    clock.advance(600);
    expect(sandbox.counts().total).toBe(0);
    await sendSms(sandbox);
    expect(sandbox.messages().map(({ id }) => id)).toEqual([2]);
  });

  it('takes, lists and drops faults', async () => {
    const { sandbox } = await startTestSandbox();
    const added = await ask(sandbox, 'POST', '/_sandbox/faults', { status: 500, times: 3 });
    expect([added.status, added.json]).toEqual([201, { id: 1 }]);
    await ask(sandbox, 'POST', '/_sandbox/faults', { cut: 'after-read' });
    await sendSms(sandbox);
    const list = (await ask(sandbox, 'GET', '/_sandbox/faults')).json.faults;
    expect(list).toEqual([
      { id: 1, status: 500, times: 3, remaining: 2 },
      { id: 2, cut: 'after-read', remaining: 1 },
    ]);
    expect((await ask(sandbox, 'DELETE', '/_sandbox/faults/1')).status).toBe(204);
    expect((await ask(sandbox, 'DELETE', '/_sandbox/faults/1')).status).toBe(404);
    expect((await ask(sandbox, 'DELETE', '/_sandbox/faults')).status).toBe(204);
    expect(sandbox.faults).toEqual([]);
  });

  it('says what is wrong with a fault', async () => {
    const { sandbox } = await startTestSandbox();
    const wrong = await ask(sandbox, 'POST', '/_sandbox/faults', { status: 99 });
    expect([wrong.status, wrong.json.error]).toEqual([
      400,
      {
        code: 'INVALID_FAULT',
        field: 'status',
        expected: 'a status from 200 to 599',
        message: 'status must be a status from 200 to 599',
      },
    ]);
    const broken = await ask(sandbox, 'POST', '/_sandbox/faults', '{');
    expect(broken.json.error.code).toBe('INVALID_JSON');
  });

  it('POST /_sandbox/reset goes back to the seed', async () => {
    const { sandbox } = await startTestSandbox();
    await sendSms(sandbox);
    sandbox.fault({ status: 500 });
    expect((await ask(sandbox, 'POST', '/_sandbox/reset')).status).toBe(204);
    expect([sandbox.messages(), sandbox.exchanges(), sandbox.faults]).toEqual([[], [], []]);
    expect((await sendSms(sandbox)).json.data.group_id).toBe(10_001);
  });

  it('knows its paths and methods', async () => {
    const { sandbox } = await startTestSandbox();
    const put = await ask(sandbox, 'PUT', '/_sandbox/messages', {});
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, DELETE']);
    const unknown = await ask(sandbox, 'GET', '/_sandbox/nothing');
    expect(unknown.json.error.message).toContain('/_sandbox/messages/ID');
    expect((await ask(sandbox, 'POST', '/nothing', {})).json.error.code).toBe('NOT_FOUND');
  });

  it('refuses a body that is too large', async () => {
    const { sandbox } = await startTestSandbox();
    const large = 'x'.repeat(2 * 1024 * 1024 + 1);
    for (const path of ['/message/sms', '/_sandbox/faults']) {
      const answer = await ask(sandbox, 'POST', path, large);
      expect([answer.status, answer.json.error.code]).toEqual([413, 'BODY_TOO_LARGE']);
    }
  });
});
