import { resolve } from 'node:path';
import { listen } from '@jeonbo/example-testing/listen';
import { startPython } from '@jeonbo/example-testing/python';
import { startTestSandbox } from '@jeonbo/example-testing/sandbox';
import type { Sandbox } from '@jeonbo/sandbox';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

const files = [
  'shared/http/baas.py',
  'verification-service/http/verification.py',
  'order-notices/http/order_notices.py',
  'status-endpoint/http/delivery_status.py',
  'campaign-page/http/campaign.py',
].map((path) => resolve(import.meta.dirname, '../..', path));

const person = '[{"phone_number": "010-1234-5678", "member_code": "user123"}]';

let sandbox: Sandbox;
let python: (code: string) => Promise<unknown>;

beforeAll(async () => {
  const bed = await startTestSandbox();
  sandbox = bed.sandbox;
  const secrets = { VERIFICATION_SECRET: 'a'.repeat(64), STATUS_SECRET: 'b'.repeat(64) };
  python = await startPython(files, { ...bed.environment, ...secrets });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** What a send came to, as the sample names it. */
function outcomeOf(send: string): Promise<unknown> {
  return python(`
import baas
try:
    return {"group_id": ${send}}
except baas.NotSent as error:
    return f"NotSent: {error}"
except baas.OutcomeUnknown as error:
    return f"OutcomeUnknown: {error}"
`);
}

it('sends an SMS and an MMS and reads what became of them', async () => {
  const sms = await outcomeOf(`baas.send_sms(${person}, "안녕하세요")`);
  expect(sms).toEqual({ group_id: expect.any(Number) });
  await sandbox.waitFor({ to: '010-1234-5678', text: '안녕하세요', state: 'delivered' });
  const { group_id } = sms as { group_id: number };
  const rows = await python(`import baas\nreturn baas.group_status(${group_id})`);
  expect(rows).toMatchObject([{ phone: '010-1234-5678', result: '성공' }]);

  await outcomeOf(`baas.send_mms(${person}, "사진", "제목", ["https://example.com/a.jpg"])`);
  expect(await sandbox.waitFor({ text: '사진' })).toMatchObject({
    kind: 'MMS',
    subject: '제목',
    media: ['https://example.com/a.jpg'],
  });
});

it.each([
  [{ status: 400 }, 'NotSent: HTTP 400'],
  [{ status: 429 }, 'NotSent: HTTP 429'],
  [{ status: 408 }, 'OutcomeUnknown: HTTP 408'],
  [{ status: 500 }, 'OutcomeUnknown: HTTP 500'],
  [{ status: 502 }, 'OutcomeUnknown: HTTP 502'],
  [{ cut: 'before-read' }, 'OutcomeUnknown'],
  [{ cut: 'after-read' }, 'OutcomeUnknown'],
  [{ cut: 'half-answer' }, 'OutcomeUnknown'],
  [{ body: 'not json' }, 'OutcomeUnknown'],
] as const)('%j is %s, and one request', async (fault, outcome) => {
  sandbox.fault(fault);
  expect(await outcomeOf(`baas.send_sms(${person}, "한 번만")`)).toContain(outcome);
  expect(sandbox.exchanges()).toHaveLength(1);
});

it('carries the key to no other place', async () => {
  const visits: string[] = [];
  const server = await listen((request, response) => {
    visits.push(String(request.url));
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  const moved = await python(`
import baas, os
url = os.environ["BAAS_API_BASE_URL"]
os.environ["BAAS_API_BASE_URL"] = "${server.url}"
try:
    baas.send_sms(${person}, "이사")
except baas.OutcomeUnknown as error:
    return str(error)
finally:
    os.environ["BAAS_API_BASE_URL"] = url
`);
  await server.close();
  expect([moved, visits]).toEqual(['HTTP 302', ['/message/sms']]);
});

it('names a time-out unknown, and a refused connection not sent', async () => {
  sandbox.fault({ delayMs: 3000 });
  const slow = await python(`
import baas
baas.TIMEOUT_SECONDS = 0.3
try:
    baas.send_sms(${person}, "느림")
except baas.OutcomeUnknown:
    return "unknown"
finally:
    baas.TIMEOUT_SECONDS = 30
`);
  expect(slow).toBe('unknown');
  const closed = await python(`
import baas, os
url = os.environ["BAAS_API_BASE_URL"]
os.environ["BAAS_API_BASE_URL"] = "http://127.0.0.1:1"
try:
    baas.send_sms(${person}, "아무도 없음")
except baas.NotSent:
    return "not sent"
finally:
    os.environ["BAAS_API_BASE_URL"] = url
`);
  expect(closed).toBe('not sent');
});

it('verification.py: a code works once, in time, five guesses long', async () => {
  await python(`
import verification
globals()["codes"] = verification.connect(":memory:")
globals()["clock"] = [1000.0]
globals()["now"] = lambda: clock[0]
`);
  const send = () =>
    python('import verification\nreturn verification.send_code(codes, "010 9999 8888", now)');
  const check = (code: string | null) =>
    python(
      `import verification\nreturn verification.check_code(codes, "+82 10-9999-8888", "${code}", now)`,
    );
  const wait = (seconds: number) => python(`clock[0] += ${seconds}`);

  expect(await send()).toBe('sent');
  const { code } = await sandbox.waitFor({ to: '010-9999-8888' });
  expect(code).toMatch(/^\d{6}$/);
  expect(await send()).toBe('too-soon');
  expect(await check(code)).toBe(true);
  expect(await check(code)).toBe(false);

  await wait(61);
  sandbox.reset();
  expect(await send()).toBe('sent');
  const second = await sandbox.waitFor({ to: '010-9999-8888' });
  for (let guess = 0; guess < 5; guess++) expect(await check('x')).toBe(false);
  expect(await check(second.code)).toBe(false);

  await wait(61);
  sandbox.reset();
  expect(await send()).toBe('sent');
  const third = await sandbox.waitFor({ to: '010-9999-8888' });
  await wait(301);
  expect(await check(third.code)).toBe(false);

  sandbox.fault({ status: 400 });
  expect(await send()).toBe('not-sent');
  expect(await send()).toBe('sent');
});

it('order_notices.py: one message an event, and none after an unknown outcome', async () => {
  await python(`
import order_notices
globals()["orders"] = order_notices.connect(":memory:")
globals()["order"] = {"id": "A1", "name": "홍길동", "phone_number": "010-1234-5678", "customer_id": "c1",
  "total_won": 12000, "tracking": "CJ 123", "image_url": "https://example.com/a.jpg"}
`);
  const notify = (event: string) =>
    python(`import order_notices\nreturn order_notices.notify(orders, "${event}", order)`);
  expect(await notify('paid')).toBe('accepted');
  expect(await notify('paid')).toBe('duplicate');
  expect((await sandbox.waitFor({ text: 'A1' })).text).toContain('12,000원');

  sandbox.fault({ cut: 'after-read' });
  expect(await notify('shipped')).toBe('unknown');
  expect(await notify('shipped')).toBe('duplicate');
  expect(sandbox.exchanges()).toHaveLength(2);
});

it('delivery_status.py: only for those with the link, numbers masked', async () => {
  const { group_id } = (await outcomeOf(`baas.send_sms(${person}, "상태")`)) as {
    group_id: number;
  };
  await sandbox.waitFor({ text: '상태', state: 'delivered' });
  const link = String(
    await python(`import delivery_status\nreturn delivery_status.link_to(${group_id})`),
  );
  const query = new URL(link, 'http://localhost').searchParams;
  const read = (id: number, signature = query.get('signature')) =>
    python(
      `import delivery_status\nreturn delivery_status.read_status(${id}, "${query.get('expires')}", "${signature}")`,
    );
  expect(await read(group_id)).toMatchObject({
    delivered: 1,
    pending: 0,
    final: true,
    messages: [{ phone: '010-****-5678', status: '성공' }],
  });
  expect(await read(group_id + 1)).toBeNull();
  expect(await read(group_id, 'é')).toBeNull();
});

it('campaign.py: a thousand a request, stops where the outcome is unknown', async () => {
  await python(`
import campaign
globals()["people"] = campaign.parse_recipients("\\n".join(f"010-1234-{n:04}" for n in range(2001)))
`);
  const run = (already = '()') =>
    python(
      `import campaign\nreturn [[len(chunk), outcome] for chunk, _, outcome in campaign.send_campaign(people, "안내", ${already})]`,
    );
  sandbox.fault({ status: 502 });
  expect(await run()).toEqual([[1000, 'unknown']]);
  expect(await run('[person["phone_number"] for person in people[:1000]]')).toEqual([
    [1000, 'accepted'],
    [1, 'accepted'],
  ]);
  expect(await python('import campaign\nreturn campaign.preview(people, "가나다")')).toMatchObject({
    recipients: 2001,
    bytes: 6,
    problems: [expect.any(String), expect.any(String)],
  });
});
