import { afterEach } from 'vitest';
import type { ManualClock } from './manual-clock.ts';
import { manualClock } from './manual-clock.ts';
import type { Sandbox, StartOptions } from './options.ts';
import { startSandbox } from './start-sandbox.ts';

export const project = '3f2b8c1e-0d4a-4b6f-9a57-1c2d3e4f5a6b';
export const key = 'test-key-0123456789';

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox on a real socket whose time stands still; closed after the test. */
export async function startTestSandbox(
  options: StartOptions = {},
): Promise<{ sandbox: Sandbox; clock: ManualClock }> {
  const clock = manualClock();
  const sandbox = await startSandbox({ clock, ...options });
  running.push(sandbox);
  return { sandbox, clock };
}

export function smsBody(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    recipients: [{ phone_number: '010-1234-5678', member_code: 'user123' }],
    message: '[전보] 인증번호는 482913입니다.',
    callback_number: '02-1234-5678',
    project_id: project,
    channel_id: 1,
    ...more,
  };
}

export function mmsBody(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return smsBody({
    subject: '주문 안내',
    message: '주문하신 상품이 출발했습니다.',
    img_url_list: ['https://example.com/a.jpg'],
    channel_id: 3,
    ...more,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at answers of every shape.
  readonly json: any;
}

/** One request over a connection of its own, as far as fetch allows. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { 'X-API-KEY': key },
): Promise<Answer> {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, json };
}

export function sendSms(
  sandbox: Sandbox,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return ask(sandbox, 'POST', '/message/sms', smsBody(more));
}

export function statusOf(sandbox: Sandbox, groupId: number): Promise<Answer> {
  return ask(sandbox, 'GET', `/message/send_history/sms/${groupId}/messages`);
}

/** Runs until a condition holds, turn by turn of the event loop: no guess at how long that takes. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
