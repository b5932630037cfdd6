import { expect, it, vi } from 'vitest';
import { createTwilioClient } from './index.ts';

const accountSid = `AC${'0'.repeat(32)}`;

it.each([
  'https://other.example/2010-04-01/Messages.json',
  'http://api.twilio.com/2010-04-01/Messages.json',
  'https://api.twilio.com:8443/Messages.json',
  '//other.example/Messages.json',
  '/\\other.example/Messages.json',
])('a next page at %j is not asked for', async (next_page_uri) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () =>
    Response.json({ messages: [], next_page_uri }),
  );
  const client = createTwilioClient({ accountSid, authToken: 'f'.repeat(32), fetch });
  const all = async () => {
    for await (const _ of client.messages.list());
  };
  await expect(all()).rejects.toMatchObject({ code: 'INVALID_RESPONSE', provider: 'twilio' });
  const asked = fetch.mock.calls.map(([input]) => new Request(input).url);
  expect(asked).toEqual([`https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`]);
});
