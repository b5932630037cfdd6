import { setTimeout as sleep } from 'node:timers/promises';
import { JeonboError } from '@jeonbo/twilio-client';
import { account } from '../account.ts';
import { type Answer, phone, type Side } from '../side.ts';

/** What one server does, in few words. */
export type Probe = (side: Side) => Promise<string>;

const form = (fields: Readonly<Record<string, string>>) => ({
  To: phone,
  From: account.from,
  ...fields,
});

export const send = (side: Side, fields: Readonly<Record<string, string>>) =>
  side.ask('POST', '/Messages.json', form(fields));

export const sendText = (side: Side, body: string) =>
  side.client.messages.create({ to: phone, from: account.from, body });

/** `201 queued`, `400 21602`. */
export function outcome({ status, json }: Answer): string {
  return `${status} ${json.code ?? json.status ?? ''}`.trim();
}

/** The same where our client asks. */
export async function outcomeOf(call: Promise<string>): Promise<string> {
  try {
    return await call;
  } catch (error) {
    if (!JeonboError.is(error)) throw error;
    return [error.code, error.status, error.providerCode].filter(Boolean).join(' ');
  }
}

/** Longer than any of the two needs for the whole way of a message. */
export const settle = () => sleep(2000);
