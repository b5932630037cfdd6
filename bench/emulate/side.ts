import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createTwilioClient, type TwilioClient } from '@jeonbo/twilio-client';
import { bench } from '../shared/paths.ts';
import { account } from './account.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** A message, a page of them, or an error. `{}` where it is no JSON. */
  readonly json: {
    readonly sid?: string;
    readonly status?: string | number;
    readonly num_segments?: string;
    readonly messages?: readonly unknown[];
    readonly code?: number;
    readonly message?: string;
  };
}

/** One of the two servers, in a process of its own, and what asks it. */
export interface Side extends AsyncDisposable {
  readonly url: string;
  readonly client: TwilioClient;
  readonly receiver: Receiver;
  /** A bare request below the account: our client would not let it leave, or would read the answer. */
  ask(
    method: 'GET' | 'POST',
    path: string,
    form?: Readonly<Record<string, string>>,
    authorization?: string,
  ): Promise<Answer>;
  /** Somebody writes to the app. */
  writeIn(body: string): Promise<void>;
}

export type SideName = 'emulate' | 'sandbox';

const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`;
export const phone = '+821012345678';

export async function startSide(name: SideName): Promise<Side> {
  const receiver = await startReceiver();
  const child = fork(join(bench, `emulate/${name}-program.ts`), [`${receiver.url}/sms`]);
  const [url] = (await once(child, 'message')) as [string];
  const root = `${url}/2010-04-01/Accounts/${account.sid}`;
  const own = basic(account.sid, account.token);
  return {
    url,
    receiver,
    client: createTwilioClient({ accountSid: account.sid, authToken: account.token, baseUrl: url }),
    async ask(method, path, form, authorization = own) {
      const body = form && new URLSearchParams(form);
      const headers = { authorization };
      const response = await fetch(root + path, { method, headers, ...(body && { body }) });
      const text = await response.text();
      const json = text.startsWith('{') ? JSON.parse(text) : {};
      return { status: response.status, headers: response.headers, json };
    },
    async writeIn(body) {
      const message = { from: phone, to: account.from, body, url: `${receiver.url}/sms` };
      const response =
        name === 'sandbox'
          ? await fetch(`${url}/_sandbox/twilio/inbound`, {
              method: 'POST',
              body: JSON.stringify(message),
            })
          : await fetch(`${url}/_twilio/simulate/inbound-message`, {
              method: 'POST',
              headers: { authorization: own },
              body: new URLSearchParams({ From: phone, To: account.from, Body: body }),
            });
      if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await receiver.close();
    },
  };
}

export const apiKeyAuthorization = basic(account.apiKey, account.apiSecret);
export const wrongAuthorization = basic(account.sid, 'wrong');
