import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../options.ts';
import type { Seed } from '../seed/seed.ts';
import { ask, startTestSandbox } from '../test-support.ts';
import { accountSid, authToken, get, messages, startReceiver } from './test-support.ts';

const person = '+14155550123';
const app = '+12025550100';
const seed: Seed = {
  twilio: {
    accounts: [
      { sid: `AC${'9'.repeat(32)}`, authToken: 'not-this-one' },
      { sid: accountSid, authToken, phoneNumbers: [app] },
    ],
  },
};
const write = (sandbox: Sandbox, more: object) =>
  ask(
    sandbox,
    'POST',
    '/_sandbox/twilio/inbound',
    { from: person, to: app, body: 'Hi', ...more },
    {},
  );

describe('POST /_sandbox/twilio/inbound', () => {
  it('tells the app, signed for the account whose number it is', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const { url, received } = await startReceiver();
    const { status, json } = await write(sandbox, {
      url: `${url}/sms`,
      mediaUrls: ['https://a.b/c.png'],
    });
    expect([status, json]).toEqual([
      201,
      { sid: expect.stringMatching(/^MM/), status: 200, replies: [] },
    ]);
    expect(received[0]?.form).toEqual({
      AccountSid: accountSid,
      ApiVersion: '2010-04-01',
      Body: 'Hi',
      From: person,
      MediaContentType0: 'image/png',
      MediaUrl0: 'https://a.b/c.png',
      MessageSid: json.sid,
      NumMedia: '1',
      NumSegments: '1',
      SmsMessageSid: json.sid,
      SmsSid: json.sid,
      SmsStatus: 'received',
      To: app,
    });
    const signature = String(received[0]?.headers['x-twilio-signature']);
    const form = { ...received[0]?.form };
    expect(twilio.validateRequest(authToken, signature, `${url}/sms`, form)).toBe(true);
    expect((await get(sandbox, `${messages}/${json.sid}.json`)).json).toMatchObject({
      direction: 'inbound',
      status: 'received',
      from: person,
      to: app,
      price: null,
      date_sent: 'Thu, 01 Jan 2026 00:00:00 +0000',
    });
  });

  it('sends what the app answers to the phone that wrote', async () => {
    const { sandbox, clock } = await startTestSandbox({ seed });
    const receiver = await startReceiver();
    const response = new twilio.twiml.MessagingResponse();
    response.message('first & <best>');
    response.message({ to: '+14155550199' }, 'to someone else');
    receiver.answer = { body: response.toString() };
    const { json } = await write(sandbox, { url: receiver.url });
    clock.advance(600);
    expect(sandbox.messages()).toMatchObject([
      {
        from: app,
        to: person,
        text: 'first & <best>',
        state: 'delivered',
        providerId: json.replies[0],
      },
      { from: app, to: '+14155550199', text: 'to someone else', providerId: json.replies[1] },
    ]);
    const reply = (await get(sandbox, `${messages}/${json.replies[0]}.json`)).json;
    expect(reply).toMatchObject({ direction: 'outbound-reply', status: 'delivered' });
  });

  it('takes plain text as one reply, and no reply from an error', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const receiver = await startReceiver();
    receiver.answer = { type: 'text/plain; charset=utf-8', body: 'plain' };
    expect((await write(sandbox, { url: receiver.url })).json.replies).toHaveLength(1);
    receiver.answer = { status: 500, body: '<html>' };
    expect((await write(sandbox, { url: receiver.url })).json).toMatchObject({
      status: 500,
      replies: [],
    });
    expect(sandbox.messages().map(({ text }) => text)).toEqual(['plain']);
  });

  it('says what was wrong with the answer, or that there was none', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const receiver = await startReceiver();
    receiver.answer = { body: '<html></html>' };
    const wrong = await write(sandbox, { url: receiver.url });
    expect([wrong.status, wrong.json.error.code]).toEqual([502, 'INVALID_TWIML']);
    receiver.answer = { body: '<Response><Message to="me">a</Message></Response>' };
    expect((await write(sandbox, { url: receiver.url })).json.error.message).toMatch(/^14101: /);
    receiver.answer = { body: '<Response><Message></Message></Response>' };
    expect((await write(sandbox, { url: receiver.url })).json.replies).toEqual([]);
    receiver.answer = { cut: 2 };
    const none = await write(sandbox, { url: receiver.url });
    expect([none.status, none.json.error.code]).toEqual([502, 'NO_ANSWER']);
    expect(receiver.received).toHaveLength(5);
    expect(sandbox.messages()).toEqual([]);
  });

  it.each([
    [{ url: 'file:///etc/passwd' }, 'url'],
    [{ url: undefined }, 'url'],
    [{ url: 'http://127.0.0.1:1', from: '0101234' }, 'from'],
    [{ url: 'http://127.0.0.1:1', body: 'a'.repeat(1601) }, 'body'],
    [{ url: 'http://127.0.0.1:1', mediaUrls: ['x'] }, 'mediaUrls[0]'],
    [{ url: 'http://127.0.0.1:1', text: 'x' }, 'text'],
  ])('refuses %o', async (more, field) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await write(sandbox, more);
    expect([status, json.error.code, json.error.field]).toEqual([400, 'INVALID_INBOUND', field]);
  });
});
