import { describe, expect, it } from 'vitest';
import { startTestSandbox } from '../test-support.ts';
import { accountSid, from, get, messages, send, serviceSid, to } from './test-support.ts';

describe('POST Messages.json', () => {
  it('answers 201 with all twenty properties, as the wire has them', async () => {
    const { sandbox } = await startTestSandbox();
    const { status, json, headers } = await send(sandbox, { Body: 'Your code is 482913' });
    const path = `${messages}/${json.sid}`;
    expect(status).toBe(201);
    expect(headers.get('twilio-request-id')).toMatch(/^RQ[\da-f]{32}$/);
    expect(json).toEqual({
      account_sid: accountSid,
      api_version: '2010-04-01',
      body: 'Your code is 482913',
      date_created: 'Thu, 01 Jan 2026 00:00:00 +0000',
      date_sent: null,
      date_updated: 'Thu, 01 Jan 2026 00:00:00 +0000',
      direction: 'outbound-api',
      error_code: null,
      error_message: null,
      from,
      messaging_service_sid: null,
      num_media: '0',
      num_segments: '1',
      price: null,
      price_unit: 'USD',
      sid: expect.stringMatching(/^SM[\da-f]{32}$/),
      status: 'queued',
      subresource_uris: { media: `${path}/Media.json`, feedback: `${path}/Feedback.json` },
      to,
      uri: `${path}.json`,
    });
    expect(Object.keys(json)).toHaveLength(20);
  });

  it('moves on: queued, sending, sent, delivered', async () => {
    const { sandbox, clock } = await startTestSandbox({ deliveryMs: 301 });
    const { json } = await send(sandbox);
    const seen: unknown[] = [];
    for (const ms of [149, 1, 150, 1, 300, 1]) {
      clock.advance(ms);
      const { status, date_sent, price } = (await get(sandbox, json.uri)).json;
      seen.push([status, date_sent, price]);
    }
    const sentAt = 'Thu, 01 Jan 2026 00:00:00 +0000';
    expect(seen).toEqual([
      ['queued', null, null],
      ['sending', null, null],
      ['sending', null, null],
      ['sent', sentAt, '-0.00750'],
      ['sent', sentAt, '-0.00750'],
      ['delivered', sentAt, '-0.00750'],
    ]);
  });

  it('answers queued even where delivery takes no time', async () => {
    const { sandbox } = await startTestSandbox({ deliveryMs: 0 });
    const { json } = await send(sandbox);
    expect(json.status).toBe('queued');
    expect((await get(sandbox, json.uri)).json.status).toBe('delivered');
  });

  it('is on the phone it is for', async () => {
    const { sandbox } = await startTestSandbox();
    const { json } = await send(sandbox, { Body: 'Your code is 482913' });
    expect(await sandbox.waitFor({ to })).toMatchObject({
      provider: 'twilio',
      kind: 'SMS',
      from,
      to,
      text: 'Your code is 482913',
      code: '482913',
      providerId: json.sid,
      state: 'pending',
    });
  });

  it('counts segments as carriers do', async () => {
    const { sandbox } = await startTestSandbox();
    const count = async (Body: string) => (await send(sandbox, { Body })).json.num_segments;
    expect(await count('a'.repeat(160))).toBe('1');
    expect(await count('a'.repeat(161))).toBe('2');
    expect(await count('가'.repeat(71))).toBe('2');
    expect(await count('a'.repeat(1600))).toBe('11');
  });

  it('sends pictures as MMS, and to Korea as links', async () => {
    const { sandbox } = await startTestSandbox();
    const MediaUrl = ['https://example.com/a.png', 'https://example.com/b.jpg'];
    const { json } = await send(sandbox, { Body: undefined, MediaUrl });
    expect(json).toMatchObject({ sid: expect.stringMatching(/^MM/), body: '', num_media: '2' });
    expect(sandbox.messages()[0]).toMatchObject({ kind: 'MMS', media: MediaUrl });
    await send(sandbox, { To: '+821012345678', Body: '안녕', MediaUrl });
    expect(sandbox.messages()[1]).toMatchObject({
      to: '010-1234-5678',
      kind: 'SMS',
      text: `안녕\n${MediaUrl.join('\n')}`,
      media: [],
    });
  });

  it('lets a messaging service pick the sender once the message leaves', async () => {
    const { sandbox, clock } = await startTestSandbox();
    const { json } = await send(sandbox, { From: undefined, MessagingServiceSid: serviceSid });
    expect(json).toMatchObject({
      status: 'accepted',
      from: null,
      num_segments: '0',
      messaging_service_sid: serviceSid,
    });
    clock.advance(150);
    const { status, from: sender, num_segments } = (await get(sandbox, json.uri)).json;
    expect([status, sender, num_segments]).toEqual(['sending', '+15005550006', '1']);
  });

  it('shows a template by its name and variables', async () => {
    const { sandbox } = await startTestSandbox();
    const ContentSid = `HX${'3'.repeat(32)}`;
    const { json } = await send(sandbox, {
      Body: undefined,
      ContentSid,
      ContentVariables: '{"1":"Kim"}',
    });
    expect(json.body).toBe(`[${ContentSid}] {"1":"Kim"}`);
  });

  it('takes names and short codes as senders, and numbers with spaces', async () => {
    const { sandbox } = await startTestSandbox();
    expect((await send(sandbox, { From: 'Jeonbo' })).json.from).toBe('Jeonbo');
    expect((await send(sandbox, { From: '12345' })).json.from).toBe('12345');
    expect((await send(sandbox, { To: '+1 (415) 555-0123' })).json.to).toBe(to);
  });
});
