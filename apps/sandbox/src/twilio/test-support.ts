import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Sandbox } from '../options.ts';
import type { Answer } from '../test-support.ts';
import { ask } from '../test-support.ts';

export const accountSid = `AC${'1'.repeat(32)}`;
export const authToken = 'test-auth-token-0123456789';
export const serviceSid = `MG${'2'.repeat(32)}`;
export const from = '+15005550006';
export const to = '+14155550123';
export const messages = `/2010-04-01/Accounts/${accountSid}/Messages`;

export function basic(user: string, password: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

const credentials = basic(accountSid, authToken);

export function get(sandbox: Sandbox, path: string, headers = credentials): Promise<Answer> {
  return ask(sandbox, 'GET', path, undefined, headers);
}

export function remove(sandbox: Sandbox, path: string): Promise<Answer> {
  return ask(sandbox, 'DELETE', path, undefined, credentials);
}

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form; `undefined` leaves a field out, a list repeats it. */
export function post(
  sandbox: Sandbox,
  path: string,
  fields: Fields,
  headers = credentials,
): Promise<Answer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of value === undefined ? [] : [value].flat()) form.append(name, each as string);
  }
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return ask(sandbox, 'POST', path, String(form), { ...type, ...headers });
}

export function send(sandbox: Sandbox, fields: Fields = {}): Promise<Answer> {
  return post(sandbox, `${messages}.json`, { To: to, From: from, Body: 'Hello', ...fields });
}

interface Webhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly form: Readonly<Record<string, string>>;
}

export interface Receiver {
  readonly url: string;
  readonly received: Webhook[];
  /** What it answers from now on; `cut` resets the next so many connections. */
  answer: { status?: number; type?: string; body?: string; cut?: number };
}

const running: { close(): void }[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** The app under test, as far as Twilio sees it. */
export async function startReceiver(): Promise<Receiver> {
  const received: Webhook[] = [];
  const receiver: { url: string } & Omit<Receiver, 'url'> = { url: '', received, answer: {} };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({
      url: `${receiver.url}${request.url}`,
      headers: request.headers,
      form: Object.fromEntries(new URLSearchParams(body)),
    });
    const {
      status = 200,
      type = 'text/xml',
      body: text = '<Response/>',
      cut = 0,
    } = receiver.answer;
    if (cut > 0) {
      receiver.answer.cut = cut - 1;
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(status, { 'Content-Type': type, Connection: 'close' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return receiver;
}
