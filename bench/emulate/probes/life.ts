import { validateNodeRequest } from '@jeonbo/twilio-client';
import twilio from 'twilio';
import { account } from '../account.ts';
import type { Received } from '../receiver.ts';
import { phone } from '../side.ts';
import { type Probe, sendText, settle } from './probe.ts';

/** `2 of 2`: by our check and by that of the official library. */
async function validSignatures(all: readonly Received[]): Promise<string> {
  const valid = await Promise.all(
    all.map(async ({ method, url, headers, form }) => {
      const { pathname } = new URL(url);
      const request = { method, url: pathname, headers, body: form };
      const signature = String(headers['x-twilio-signature']);
      return (
        (await validateNodeRequest(request, { authToken: account.token })) &&
        twilio.validateRequest(account.token, signature, url, form)
      );
    }),
  );
  return `${valid.filter(Boolean).length} of ${all.length} signatures valid`;
}

export const life: Readonly<Record<string, Probe>> = {
  'sent by our client': async (side) => {
    const { status, numSegments } = await sendText(side, '인증번호는 482913입니다.');
    return `${status}, ${numSegments} segment`;
  },
  'its status 2 s later': async (side) => {
    const { sid } = await sendText(side, 'a');
    await settle();
    const { status, dateSent } = await side.client.messages.fetch(sid);
    return `${status}, dateSent ${dateSent ? 'set' : 'null'}`;
  },
  'status callbacks of one send in 2 s': async (side) => {
    const statusCallback = `${side.receiver.url}/status`;
    await side.client.messages.create({ to: phone, from: account.from, body: 'a', statusCallback });
    await settle();
    const calls = side.receiver.at('/status');
    const statuses = calls.map(({ form }) => form.MessageStatus).join(', ');
    return `${statuses}; ${await validSignatures(calls)}`;
  },
  'an inbound message reaches the app': async (side) => {
    await side.writeIn('Hi');
    await settle();
    return validSignatures(side.receiver.at('/sms'));
  },
  'the Message of its TwiML answer is sent': async (side) => {
    let replies = 0;
    for await (const { body } of side.client.messages.list({ to: phone }))
      if (body === 'Thank you') replies += 1;
    return `${replies} message${replies === 1 ? '' : 's'}`;
  },
};
