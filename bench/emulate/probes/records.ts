import type { Message } from '@jeonbo/twilio-client';
import { account } from '../account.ts';
import { phone } from '../side.ts';
import { outcomeOf, type Probe, send, sendText, settle } from './probe.ts';

const listed = '+821087654321';
const between = '+821011112222';

export const records: Readonly<Record<string, Probe>> = {
  '120 messages to one number listed by our client, 50 a page': async (side) => {
    const bodies = Array.from({ length: 120 }, (_, index) => `m${index}`);
    for (const Body of bodies) await send(side, { To: listed, Body });
    const seen: Message[] = [];
    for await (const message of side.client.messages.list({ to: listed, pageSize: 50 }))
      seen.push(message);
    const others = seen.filter(({ to }) => to !== listed).length;
    const inOrder = seen.map(({ body }) => body).join() === bodies.toReversed().join();
    return `${seen.length}${others ? `, ${others} to others` : ''}${inOrder ? ', each once, newest first' : ''}`;
  },
  'one sent between two pages: listed twice': async (side) => {
    for (const Body of ['1', '2', '3', '4']) await send(side, { To: between, Body });
    const seen: string[] = [];
    for await (const { sid } of side.client.messages.list({ to: between, pageSize: 2 })) {
      seen.push(sid);
      if (seen.length === 2) await send(side, { To: between, Body: '5' });
    }
    return String(seen.length - new Set(seen).size);
  },
  'on the first page with DateSent> tomorrow (none)': async (side) => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { json } = await side.ask('GET', `/Messages.json?DateSent%3E=${tomorrow}`);
    return String(json.messages?.length);
  },
  'redacted by our client': async (side) => {
    const { sid } = await sendText(side, 'secret');
    await settle();
    const body = side.client.messages.redact(sid).then((message) => message.body);
    return outcomeOf(body.then((text) => (text === '' ? 'body empty' : `body ${text}`)));
  },
  'deleted by our client, then fetched': async (side) => {
    const { sid } = await sendText(side, 'a');
    await settle();
    const { messages } = side.client;
    const call = messages.delete(sid).then(async () => (await messages.fetch(sid)).status);
    return outcomeOf(call);
  },
  'media of an MMS with a .png': async ({ client }) => {
    const mediaUrl = ['https://example.com/a.png'];
    const { sid } = await client.messages.create({ to: phone, from: account.from, mediaUrl });
    const types: (string | null)[] = [];
    for await (const { contentType } of client.media.list(sid)) types.push(contentType);
    return types.join(', ');
  },
  'feedback by our client': async (side) => {
    const { from } = account;
    const input = { to: phone, from, body: 'a', provideFeedback: true };
    const { sid } = await side.client.messages.create(input);
    const feedback = side.client.feedback.create(sid, 'confirmed');
    return outcomeOf(feedback.then(({ outcome }) => String(outcome)));
  },
};
