import { describe, expect, it } from 'vitest';
import { startTestSandbox } from '../test-support.ts';
import { accountSid, get, messages, post, remove, send } from './test-support.ts';

const MediaUrl = ['https://example.com/a.png', 'https://example.com/b.mp4'];

describe('redact and delete', () => {
  it('redacts what has ended; the phone keeps what it got', async () => {
    const { sandbox, clock } = await startTestSandbox();
    const { json } = await send(sandbox, { Body: 'secret' });
    const early = await post(sandbox, json.uri, { Body: '' });
    expect([early.status, early.json.code]).toEqual([409, 20009]);
    clock.advance(600);
    const redacted = await post(sandbox, json.uri, { Body: '' });
    expect([redacted.status, redacted.json.body, redacted.json.status]).toEqual([
      200,
      '',
      'delivered',
    ]);
    expect((await get(sandbox, json.uri)).json.body).toBe('');
    expect(sandbox.messages()[0]?.text).toBe('secret');
  });

  it('changes nothing else', async () => {
    const { sandbox, clock } = await startTestSandbox();
    const { json } = await send(sandbox);
    clock.advance(600);
    expect((await post(sandbox, json.uri, { Body: 'other' })).json.code).toBe(20001);
    expect((await post(sandbox, json.uri, { Status: 'sent' })).json.code).toBe(20001);
    expect((await post(sandbox, json.uri, {})).json).toMatchObject({
      body: 'Hello',
      status: 'delivered',
    });
  });

  it('deletes what has ended', async () => {
    const { sandbox, clock } = await startTestSandbox();
    const { json } = await send(sandbox);
    expect((await remove(sandbox, json.uri)).json.code).toBe(20009);
    clock.advance(600);
    const gone = await remove(sandbox, json.uri);
    expect([gone.status, gone.json]).toEqual([204, '']);
    expect((await get(sandbox, json.uri)).json.code).toBe(20404);
    expect((await remove(sandbox, json.uri)).json.code).toBe(20404);
    expect((await get(sandbox, `${messages}.json`)).json.messages).toEqual([]);
  });
});

describe('Media', () => {
  it('is listed, fetched and deleted', async () => {
    const { sandbox } = await startTestSandbox();
    const { json } = await send(sandbox, { MediaUrl });
    const path = json.subresource_uris.media;
    const list = (await get(sandbox, path)).json;
    expect(list).toMatchObject({ page: 0, page_size: 50, next_page_uri: null, end: 1 });
    const [first, second] = list.media_list;
    expect(first).toEqual({
      account_sid: accountSid,
      content_type: 'image/png',
      date_created: 'Thu, 01 Jan 2026 00:00:00 +0000',
      date_updated: 'Thu, 01 Jan 2026 00:00:00 +0000',
      parent_sid: json.sid,
      sid: expect.stringMatching(/^ME[\da-f]{32}$/),
      uri: `${messages}/${json.sid}/Media/${first.sid}.json`,
    });
    expect(second.content_type).toBe('video/mp4');
    expect((await get(sandbox, second.uri)).json).toEqual(second);
    expect((await remove(sandbox, first.uri)).status).toBe(204);
    expect((await get(sandbox, first.uri)).json.code).toBe(20404);
    expect((await get(sandbox, path)).json.media_list).toEqual([second]);
    expect((await get(sandbox, json.uri)).json.num_media).toBe('1');
  });

  it('pages too', async () => {
    const { sandbox } = await startTestSandbox();
    const { json } = await send(sandbox, { MediaUrl });
    const first = (await get(sandbox, `${json.subresource_uris.media}?PageSize=1`)).json;
    const second = (await get(sandbox, first.next_page_uri)).json;
    expect([first.media_list[0].content_type, second.media_list[0].content_type]).toEqual([
      'image/png',
      'video/mp4',
    ]);
    expect(second.next_page_uri).toBeNull();
  });
});

describe('Feedback', () => {
  it('is taken', async () => {
    const { sandbox } = await startTestSandbox();
    const { sid } = (await send(sandbox)).json;
    const path = `${messages}/${sid}/Feedback.json`;
    const { status, json } = await post(sandbox, path, { Outcome: 'unconfirmed' });
    expect(status).toBe(200);
    expect(json).toEqual({
      account_sid: accountSid,
      date_created: 'Thu, 01 Jan 2026 00:00:00 +0000',
      date_updated: 'Thu, 01 Jan 2026 00:00:00 +0000',
      message_sid: sid,
      outcome: 'unconfirmed',
      uri: path,
    });
    expect((await post(sandbox, path, { Outcome: 'liked' })).json.code).toBe(20001);
  });
});
