import { describe, expect, it } from 'vitest';
import {
  ask,
  mmsBody,
  project,
  sendSms,
  smsBody,
  startTestSandbox,
  statusOf,
} from '../test-support.ts';

describe('sending', () => {
  it.each([
    ['/message/sms', smsBody()],
    ['/message/mms', mmsBody()],
    ['/api/message/sms', smsBody({ project_id: undefined })],
    ['/api/message/mms', mmsBody({ project_id: undefined })],
  ])('accepts POST %s', async (path, body) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await ask(sandbox, 'POST', path, body);
    const channel = path.endsWith('sms') ? 'SMS' : 'MMS';
    expect({ status, json }).toEqual({
      status: 200,
      json: { success: true, message: `${channel} 발송 성공`, data: { group_id: 10_001 } },
    });
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('shows the message as the phone would', async () => {
    const { sandbox } = await startTestSandbox();
    await ask(sandbox, 'POST', '/message/mms', mmsBody());
    expect(sandbox.messages()).toEqual([
      {
        id: 1,
        provider: 'baas',
        kind: 'MMS',
        from: '02-1234-5678',
        to: '010-1234-5678',
        name: null,
        memberCode: 'user123',
        subject: '주문 안내',
        text: '주문하신 상품이 출발했습니다.',
        media: ['https://example.com/a.jpg'],
        providerId: '10001',
        state: 'pending',
        reason: null,
        code: null,
        timeline: [{ state: 'pending', at: '2026-01-01T00:00:00.000Z' }],
        exchangeId: 1,
      },
    ]);
  });

  it('names the kind by bytes and images', async () => {
    const { sandbox } = await startTestSandbox();
    await sendSms(sandbox, { message: '가'.repeat(45) });
    await sendSms(sandbox, { message: `${'가'.repeat(45)}a` });
    await ask(sandbox, 'POST', '/message/mms', mmsBody({ img_url_list: [] }));
    expect(sandbox.messages().map(({ kind }) => kind)).toEqual(['SMS', 'LMS', 'LMS']);
  });

  it('gives every group its own number and shows its rows in order', async () => {
    const { sandbox, clock } = await startTestSandbox();
    const recipients = ['010-1111-1111', '010-0000-0001'].map((phone_number) => ({
      phone_number,
      member_code: 'm',
    }));
    await sendSms(sandbox);
    const { json } = await sendSms(sandbox, { recipients });
    expect(json.data.group_id).toBe(10_002);
    clock.advance(600);
    expect((await statusOf(sandbox, 10_002)).json).toEqual({
      success: true,
      data: [
        { phone: '010-1111-1111', name: null, result: '성공', reason: null },
        { phone: '010-0000-0001', name: null, result: '실패', reason: '결번' },
      ],
    });
    const form = await ask(sandbox, 'GET', '/api/message/send_history/sms/10002/messages');
    expect(form.json.data).toHaveLength(2);
  });

  it('takes a thousand recipients and refuses one more', async () => {
    const { sandbox } = await startTestSandbox();
    const recipients = Array.from({ length: 1001 }, (_, index) => ({
      phone_number: `010-1000-${String(index).padStart(4, '0')}`,
      member_code: `m${index}`,
    }));
    expect((await sendSms(sandbox, { recipients: recipients.slice(0, 1000) })).status).toBe(200);
    expect((await sendSms(sandbox, { recipients })).status).toBe(422);
    expect(sandbox.counts().total).toBe(1000);
  });

  it('refuses what is wrong, naming every field', async () => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await ask(sandbox, 'POST', '/message/mms', {
      recipients: [{ phone_number: '01012345678', member_code: '' }],
      message: ' ',
      subject: '가'.repeat(41),
      callback_number: '0212345678',
      project_id: 'nope',
      channel_id: 1,
      img_url_list: ['a.jpg'],
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({ success: false, error_code: 'VALIDATION_ERROR' });
    expect(json.detail.map(({ field }: { field: string }) => field)).toEqual([
      'recipients.0.phone_number',
      'recipients.0.member_code',
      'message',
      'callback_number',
      'project_id',
      'subject',
      'img_url_list.0',
      'channel_id',
    ]);
    expect(sandbox.messages()).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string | null]>([
    ['2000 characters', { message: '가'.repeat(2000) }, null],
    ['2000 emoji', { message: '😀'.repeat(2000) }, null],
    ['2001 characters', { message: '가'.repeat(2001) }, 'message'],
    ['40 characters of subject', { subject: '가'.repeat(40) }, null],
    ['no subject', { subject: undefined }, 'subject'],
    ['5 images', { img_url_list: Array(5).fill('https://a.test/1.png') }, null],
    ['6 images', { img_url_list: Array(6).fill('https://a.test/1.png') }, 'img_url_list'],
    ['no recipients', { recipients: [] }, 'recipients'],
    ['an 8-digit sender', { callback_number: '1588-1234' }, null],
    ['a 050 sender', { callback_number: '0505-123-4567' }, 'callback_number'],
    ['no project', { project_id: undefined }, 'project_id'],
    ['another channel', { channel_id: 1 }, 'channel_id'],
  ])('an MMS with %s', async (_name, more, field) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await ask(sandbox, 'POST', '/message/mms', mmsBody(more));
    expect([status, json.detail?.[0].field ?? null]).toEqual([field === null ? 200 : 422, field]);
  });

  it('answers what is no JSON, no path and no method in the right envelope', async () => {
    const { sandbox } = await startTestSandbox();
    expect((await ask(sandbox, 'POST', '/message/sms', '{')).json).toMatchObject({
      success: false,
      error_code: 'BAD_REQUEST',
    });
    const unknown = await ask(sandbox, 'GET', '/message/nothing');
    expect(unknown.status).toBe(404);
    expect(unknown.json).toMatchObject({ result: 'FAIL', errorCode: 'NOT_FOUND', data: null });
    expect((await ask(sandbox, 'GET', '/message/sms')).status).toBe(405);
  });
});

describe('asking for a group', () => {
  it('knows no group of another key, none that never was, and no word for a number', async () => {
    const { sandbox } = await startTestSandbox();
    await sendSms(sandbox);
    const path = '/message/send_history/sms/10001/messages';
    const other = await ask(sandbox, 'GET', path, undefined, { 'X-API-KEY': 'another' });
    expect([other.status, other.json.error_code]).toEqual([404, 'NOT_FOUND']);
    expect((await statusOf(sandbox, 99_999)).status).toBe(404);
    const word = await ask(sandbox, 'GET', '/message/send_history/sms/abc/messages');
    expect([word.status, word.json.error_code]).toEqual([422, 'VALIDATION_ERROR']);
  });

  it('says that a group has expired rather than show some of its rows', async () => {
    const { sandbox } = await startTestSandbox({ keep: 2 });
    for (let count = 0; count < 3; count += 1) await sendSms(sandbox);
    const gone = await statusOf(sandbox, 10_001);
    expect([gone.status, gone.json.error_code]).toEqual([410, 'EXPIRED']);
    expect((await statusOf(sandbox, 10_003)).status).toBe(200);
  });
});

describe('registering a recipient', () => {
  it('answers the id that gives the name to a message, and refuses the same number again', async () => {
    const { sandbox } = await startTestSandbox();
    const person = { name: '홍길동', phone: '010-1234-5678', data: '{"vip":true}' };
    // The vendor asks for no key here.
    const { status, json } = await ask(sandbox, 'POST', `/recipient/${project}`, person, {});
    expect(status).toBe(200);
    expect(json).toEqual({
      result: 'SUCCESS',
      message: '발송 대상 생성 완료',
      data: {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        project_id: project,
        ...person,
        description: ' ',
        created_at: '2026-01-01T00:00:00.000Z',
        removed_at: null,
      },
    });
    await sendSms(sandbox, {
      recipients: [{ phone_number: '010-1234-5678', member_code: json.data.id }],
    });
    expect((await statusOf(sandbox, 10_001)).json.data[0].name).toBe('홍길동');
    const again = await ask(sandbox, 'POST', `/recipient/${project}`, person);
    expect([again.status, again.json.errorCode]).toEqual([409, 'ALREADY_EXISTS']);
  });

  it('refuses a wrong project and wrong fields in the envelope of the platform', async () => {
    const { sandbox } = await startTestSandbox();
    const wrong = await ask(sandbox, 'POST', '/recipient/nope', {
      name: 'a',
      phone: '010-1234-5678',
    });
    expect([wrong.status, wrong.json.errorCode]).toEqual([400, 'INVALID_PROJECT_ID']);
    const fields = await ask(sandbox, 'POST', `/recipient/${project}`, { phone: '1', data: {} });
    expect(fields.json).toMatchObject({ result: 'FAIL', errorCode: 'VALIDATION_ERROR' });
    expect(fields.json.detail.map(({ field }: { field: string }) => field)).toEqual([
      'name',
      'phone',
      'data',
    ]);
  });
});
