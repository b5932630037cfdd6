import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../contract.ts';
import { createSandbox } from '../create-sandbox.ts';
import type { Sandbox } from '../options.ts';
import { ask, key, sendSms, smsBody, startTestSandbox, statusOf, until } from '../test-support.ts';

/** What a client on a connection of its own sees: bytes of the answer, and the error that ended it. */
function rawSend(sandbox: Sandbox): Promise<{ status?: number; bytes: number; error?: string }> {
  return new Promise((resolve) => {
    const outgoing = request(`${sandbox.url}/message/sms`, {
      method: 'POST',
      agent: false,
      headers: { 'X-API-KEY': key },
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ bytes: 0, error: error.code ?? '' }),
    );
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0;
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
      incoming.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ status, bytes, error: error.code ?? '' }),
      );
      incoming.on('end', () => resolve({ status, bytes }));
    });
    outgoing.end(JSON.stringify(smsBody()));
  });
}

describe('a status', () => {
  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'INVALID_PROJECT_ID'],
    [409, 'ALREADY_EXISTS'],
    [410, 'EXPIRED'],
    [429, 'RATE_LIMIT_EXCEEDED'],
    [500, 'INTERNAL_SERVER_ERROR'],
    [502, 'EXTERNAL_SERVER_ERROR'],
    [503, 'INTERNAL_SERVER_ERROR'],
    [418, 'BAD_REQUEST'],
  ])(
    '%i comes with the error body of the provider, once, and nothing is sent',
    async (status, code) => {
      const { sandbox } = await startTestSandbox();
      sandbox.fault({ status });
      const { status: answered, json } = await sendSms(sandbox);
      expect([answered, json.success, json.error_code]).toEqual([status, false, code]);
      expect(sandbox.messages()).toEqual([]);
      expect((await sendSms(sandbox)).status).toBe(200);
      expect(sandbox.exchanges().map(({ fault }) => fault)).toEqual([`answered ${status}`, null]);
    },
  );

  it('may come although the request was processed', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ status: 502, processed: true });
    expect((await sendSms(sandbox)).status).toBe(502);
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('carries Retry-After, and is 429 where none is given', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ status: 503, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' });
    sandbox.fault({ retryAfter: '30' });
    const answers = [await sendSms(sandbox), await sendSms(sandbox)];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [503, 'Wed, 21 Oct 2026 07:28:00 GMT'],
      [429, '30'],
    ]);
  });
});

describe('which requests', () => {
  it('hits so many, by path and method, the oldest fault first', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ path: '/message/mms', status: 500 });
    sandbox.fault({ method: 'post', status: 501, times: 2 });
    sandbox.fault({ status: 502, times: null });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await sendSms(sandbox)).status);
    statuses.push((await statusOf(sandbox, 1)).status);
    expect(statuses).toEqual([501, 501, 502, 502, 502]);
    expect(sandbox.faults.map(({ status, remaining }) => [status, remaining])).toEqual([
      [500, 1],
      [502, null],
    ]);
  });

  it('can be taken back', async () => {
    const { sandbox } = await startTestSandbox();
    const takeBack = sandbox.fault({ status: 500, times: null });
    takeBack();
    expect((await sendSms(sandbox)).status).toBe(200);
  });
});

describe('a cut, on a real socket', () => {
  it('before the request is read: a reset, nothing sent', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ cut: 'before-read' });
    expect(await rawSend(sandbox)).toEqual({ bytes: 0, error: 'ECONNRESET' });
    expect(sandbox.messages()).toEqual([]);
    expect(sandbox.exchanges()).toMatchObject([{ response: null, request: { body: '' } }]);
  });

  it('after it is processed: the same reset, but the message went out', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ cut: 'after-read' });
    expect(await rawSend(sandbox)).toEqual({ bytes: 0, error: 'ECONNRESET' });
    expect(sandbox.messages()).toHaveLength(1);
    expect(sandbox.exchanges()).toMatchObject([
      { response: null, fault: 'cut after the request was processed' },
    ]);
  });

  it('in the middle of the answer: half of its bytes, then the end', async () => {
    const { sandbox } = await startTestSandbox();
    const whole = await rawSend(sandbox);
    sandbox.fault({ cut: 'half-answer' });
    const half = await rawSend(sandbox);
    expect(whole).toEqual({ status: 200, bytes: expect.any(Number) });
    expect(half).toEqual({ status: 200, bytes: Math.floor(whole.bytes / 2), error: 'ECONNRESET' });
    expect(sandbox.messages()).toHaveLength(2);
  });

  it('is counted once by the server, whatever a client makes of it', async () => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ cut: 'after-read', times: null });
    await rawSend(sandbox);
    expect(sandbox.exchanges()).toHaveLength(1);
    expect(sandbox.messages()).toHaveLength(1);
  });
});

describe('a cut, without a socket', () => {
  const send = (sandbox: Sandbox) =>
    sandbox.fetch('https://api.aiapp.link/message/sms', {
      method: 'POST',
      headers: { 'X-API-KEY': key },
      body: JSON.stringify(smsBody()),
    });
  const reset = { name: 'TypeError', cause: { code: 'ECONNRESET' } };

  it.each(['before-read', 'after-read'] as const)('%s rejects as fetch does', async (cut) => {
    const sandbox = createSandbox();
    sandbox.fault({ cut });
    await expect(send(sandbox)).rejects.toMatchObject(reset);
    expect(sandbox.messages()).toHaveLength(cut === 'after-read' ? 1 : 0);
  });

  it('half an answer fails while it is read', async () => {
    const sandbox = createSandbox();
    sandbox.fault({ cut: 'half-answer' });
    const response = await send(sandbox);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject(reset);
  });
});

describe('other faults', () => {
  it('delays the answer, not the message', async () => {
    const { sandbox, clock } = await startTestSandbox();
    sandbox.fault({ delayMs: 5000 });
    let answered = false;
    const waiting = sendSms(sandbox).then((answer) => {
      answered = true;
      return answer;
    });
    await until(() => sandbox.messages().length === 1);
    clock.advance(4999);
    await ask(sandbox, 'GET', '/_sandbox/counts');
    expect(answered).toBe(false);
    clock.advance(1);
    expect((await waiting).status).toBe(200);
  });

  it('lets a client without a socket give up during a delay', async () => {
    const sandbox = createSandbox();
    sandbox.fault({ delayMs: 60_000 });
    const controller = new AbortController();
    const waiting = sandbox.fetch('/message/sms', { method: 'POST', signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await sandbox.close();
  });

  it.each([
    ['{"success":true}', undefined, 200, 'application/json'],
    ['<html>Bad gateway</html>', 502, 502, 'text/plain; charset=utf-8'],
    ['', undefined, 200, 'text/plain; charset=utf-8'],
  ])('answers %j instead', async (body, status, answered, type) => {
    const { sandbox } = await startTestSandbox();
    sandbox.fault({ body, ...(status && { status }) });
    const response = await fetch(`${sandbox.url}/message/sms`, { method: 'POST' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      answered,
      type,
      body,
    ]);
    expect(sandbox.messages()).toEqual([]);
  });

  it('gives the messages their ending', async () => {
    const { sandbox, clock } = await startTestSandbox();
    sandbox.fault({ result: { state: 'failed', reason: '통신사 장애' } });
    await sendSms(sandbox);
    sandbox.fault({ result: { state: 'delivered' } });
    await sendSms(sandbox, { recipients: [{ phone_number: '010-0000-0001', member_code: 'm' }] });
    clock.advance(600);
    expect(sandbox.messages().map(({ state, reason }) => [state, reason])).toEqual([
      ['failed', '통신사 장애'],
      ['delivered', null],
    ]);
  });

  it('slows delivery', async () => {
    const { sandbox, clock } = await startTestSandbox();
    sandbox.fault({ deliveryMs: 10_000 });
    await sendSms(sandbox);
    clock.advance(19_999);
    expect(sandbox.messages()[0]?.state).toBe('sent');
    clock.advance(1);
    expect(sandbox.messages()[0]?.state).toBe('delivered');
  });

  it.each<[unknown, string]>([
    [{ status: 600 }, 'status must be a status from 200 to 599'],
    [
      { status: 500, times: 0 },
      'times must be a whole number from 1 up, or null for every request',
    ],
    [{ cut: 'now' }, 'cut must be before-read, after-read or half-answer'],
    [{ stauts: 500 }, 'stauts must be one of path, method, times, status'],
    [{ path: '/message' }, 'body must be something that goes wrong'],
    [{ processed: true, delayMs: 1 }, 'processed must be given with status or body'],
    [
      { result: { state: 'lost' } },
      'result must be {"state": "delivered" | "failed", "reason"?: text}',
    ],
    [{ status: 429, retryAfter: 'soon' }, 'retryAfter must be seconds ("30") or an HTTP date'],
    [[], 'body must be a JSON object'],
  ])('refuses the fault %o', async (fault, message) => {
    const sandbox = createSandbox();
    expect(() => sandbox.fault(fault as Fault)).toThrow(message);
  });
});
