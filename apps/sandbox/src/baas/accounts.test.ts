import { describe, expect, it } from 'vitest';
import type { Seed } from '../seed/seed.ts';
import {
  ask,
  key,
  project,
  sendSms,
  smsBody,
  startTestSandbox,
  statusOf,
} from '../test-support.ts';

const seed: Seed = {
  baas: {
    accounts: [
      {
        key,
        projects: [project],
        senders: ['02-1234-5678'],
        recipients: [{ memberCode: 'hong', name: '홍길동', phone: '010-1234-5678' }],
        requireRegisteredRecipients: true,
      },
      { key: 'second-key', projects: ['00000000-0000-4000-8000-000000000002'] },
    ],
  },
};
const recipients = [{ phone_number: '010-1234-5678', member_code: 'hong' }];

describe('without accounts', () => {
  it.each([
    [{ 'X-API-KEY': 'any' }, 200],
    [{ Authorization: 'Bearer any' }, 200],
    [{}, 401],
    [{ Authorization: 'Basic any' }, 401],
  ])('answers %o with %i', async (headers, expected) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await ask(sandbox, 'POST', '/message/sms', smsBody(), headers);
    expect([status, json.error_code]).toEqual([
      expected,
      expected === 200 ? undefined : 'UNAUTHORIZED',
    ]);
  });
});

describe('with accounts of a seed', () => {
  it('refuses a key that is not listed, everywhere', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const wrong = { 'X-API-KEY': 'wrong' };
    const send = await ask(sandbox, 'POST', '/message/sms', smsBody(), wrong);
    expect([send.status, send.json.error_code]).toEqual([401, 'UNAUTHORIZED']);
    const path = '/message/send_history/sms/10001/messages';
    expect((await ask(sandbox, 'GET', path, undefined, wrong)).status).toBe(401);
  });

  it("refuses another account's project", async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const { status, json } = await sendSms(sandbox, {
      project_id: '00000000-0000-4000-8000-000000000002',
    });
    expect([status, json.error_code]).toEqual([403, 'INVALID_PROJECT_ID']);
    const stranger = '00000000-0000-4000-8000-000000000009';
    const person = { name: 'a', phone: '010-1111-1111' };
    const recipient = await ask(sandbox, 'POST', `/recipient/${stranger}`, person);
    expect([recipient.status, recipient.json.errorCode]).toEqual([400, 'INVALID_PROJECT_ID']);
  });

  it('refuses a sender that is not registered, where the account lists any', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const { status, json } = await sendSms(sandbox, {
      recipients,
      callback_number: '02-9999-9999',
    });
    expect([status, json.detail[0].field]).toEqual([400, 'callback_number']);
    const free = smsBody({ callback_number: '02-9999-9999' });
    const other = await ask(sandbox, 'POST', '/api/message/sms', free, {
      'X-API-KEY': 'second-key',
    });
    expect(other.status).toBe(200);
  });

  it('gives registered recipients their names and lets messages to others fail', async () => {
    const { sandbox, clock } = await startTestSandbox({ seed });
    const stranger = { phone_number: '010-2222-2222', member_code: 'stranger' };
    await sendSms(sandbox, { recipients: [...recipients, stranger] });
    clock.advance(600);
    expect((await statusOf(sandbox, 10_001)).json.data).toEqual([
      { phone: '010-1234-5678', name: '홍길동', result: '성공', reason: null },
      { phone: '010-2222-2222', name: null, result: '실패', reason: '등록되지 않은 수신자' },
    ]);
  });
});
