import { JeonboError } from '@jeonbo/core';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBaasClient } from './index.ts';
import type { BaasClientOptions, SmsInput } from './types.ts';

const host = 'https://api.aiapp.link';
const projectId = '123e4567-e89b-42d3-a456-426614174000';
const accepted = { success: true, message: '접수되었습니다', data: { group_id: 12345 } };

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  vi.unstubAllEnvs();
});
afterAll(() => server.close());

/** Answers every POST so, and keeps what was asked. */
function answering(body: object | string, status = 200) {
  const requests: { path: string; headers: Headers; body: unknown }[] = [];
  server.use(
    http.post(`${host}/*`, async ({ request }) => {
      requests.push({
        path: new URL(request.url).pathname,
        headers: request.headers,
        body: await request.json(),
      });
      return typeof body === 'string'
        ? new HttpResponse(body, { status })
        : HttpResponse.json(body, { status });
    }),
  );
  return requests;
}

const client = (options: BaasClientOptions = {}) =>
  createBaasClient({ apiKey: 'test-key', projectId, ...options });
const sms: SmsInput = {
  recipients: [{ phoneNumber: '01012345678', memberCode: 'user123' }],
  message: '인증번호는 482913입니다.',
  callbackNumber: '0212345678',
};
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    phoneNumber: `010${String(10_000_000 + index)}`,
    memberCode: `user${index}`,
  }));

async function failure(promise: Promise<unknown>): Promise<JeonboError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (JeonboError.is(error)) return error;
  throw new Error(`expected a JeonboError, got ${String(error)}`);
}

describe('the wire', () => {
  it('of an SMS in profile v1 is what the vendor documents', async () => {
    const requests = answering(accepted);
    const receipt = await client().sms.send(sms);
    expect(receipt).toMatchObject({
      groupId: 12345,
      accepted: 1,
      message: '접수되었습니다',
      warnings: [],
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.path).toBe('/message/sms');
    expect(requests[0]?.headers.get('x-api-key')).toBe('test-key');
    expect(requests[0]?.body).toEqual({
      recipients: [{ phone_number: '010-1234-5678', member_code: 'user123' }],
      message: '인증번호는 482913입니다.',
      callback_number: '02-1234-5678',
      channel_id: 1,
      project_id: projectId,
    });
  });

  it('of an MMS names its images img_url_list, empty where there are none', async () => {
    const requests = answering(accepted);
    const imageUrls = ['https://example.com/image.jpg'];
    await client().mms.send({ ...sms, subject: '주문 확인', imageUrls });
    await client().mms.send({ ...sms, subject: '주문 확인' });
    expect(requests[0]?.path).toBe('/message/mms');
    expect(requests[0]?.body).toMatchObject({
      subject: '주문 확인',
      channel_id: 3,
      img_url_list: imageUrls,
    });
    expect(requests[1]?.body).toMatchObject({ img_url_list: [] });
  });

  it('of profile v2 has other paths and no project', async () => {
    const requests = answering(accepted);
    const v2 = createBaasClient({ apiKey: 'test-key', profile: 'v2', auth: 'bearer' });
    await v2.sms.send(sms);
    await v2.mms.send({ ...sms, subject: '제목' });
    expect(requests.map(({ path }) => path)).toEqual(['/api/message/sms', '/api/message/mms']);
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer test-key');
    expect(requests[0]?.headers.has('x-api-key')).toBe(false);
    expect(requests[0]?.body).not.toHaveProperty('project_id');
  });

  it('of registering a recipient', async () => {
    const requests = answering({ result: 'SUCCESS', data: { id: 77 } });
    const registered = await client().recipients.register({ name: '홍길동', phone: '01012345678' });
    expect(registered.id).toBe('77');
    expect(requests[0]?.path).toBe(`/recipient/${projectId}`);
    expect(requests[0]?.body).toEqual({ name: '홍길동', phone: '010-1234-5678' });
  });
});

describe('settings', () => {
  it('come from the environment, read at the first call', async () => {
    const requests = answering(accepted);
    const baas = createBaasClient();
    vi.stubEnv('BAAS_API_KEY', 'from-environment');
    vi.stubEnv('BAAS_PROJECT_ID', projectId);
    await baas.sms.send(sms);
    expect(requests[0]?.headers.get('x-api-key')).toBe('from-environment');
    expect(requests[0]?.body).toMatchObject({ project_id: projectId });
  });

  it.each([
    ['no key', { apiKey: '' }, 'MISSING_CREDENTIALS', /BAAS_API_KEY/],
    ['no project', { projectId: '' }, 'MISSING_PROJECT_ID', /PROJECT_ID/],
    ['a project that is no UUID', { projectId: '1' }, 'VALIDATION_ERROR', /UUID/],
    ['a wrong base URL', { baseUrl: 'ftp://x' }, 'VALIDATION_ERROR', /BAAS_API_BASE_URL/],
    ['a wrong profile', { profile: 'v3' as 'v2' }, 'VALIDATION_ERROR', /v1 or v2/],
  ])('%s is told by name, and nothing leaves', async (_, options, code, words) => {
    const requests = answering(accepted);
    const error = await failure(client(options).sms.send(sms));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(requests).toHaveLength(0);
  });
});

describe('limits, before anything leaves', () => {
  const image = 'https://example.com/a.jpg';
  it.each([
    ['no recipients', { recipients: [] }, 'INVALID_RECIPIENTS_COUNT', 'recipients'],
    ['1001 recipients', { recipients: numbers(1001) }, 'INVALID_RECIPIENTS_COUNT', 'recipients'],
    ['a blank text', { message: ' \n\t' }, 'EMPTY_MESSAGE', 'message'],
    ['2001 characters', { message: '가'.repeat(2001) }, 'MESSAGE_TOO_LONG', 'message'],
    [
      'a short number',
      { recipients: [{ phoneNumber: '010-123-4567', memberCode: 'a' }] },
      'INVALID_PHONE_NUMBER',
      'recipients[0].phoneNumber',
    ],
    [
      'a landline',
      { recipients: [...numbers(2), { phoneNumber: '02-123-4567', memberCode: 'a' }] },
      'INVALID_PHONE_NUMBER',
      'recipients[2].phoneNumber',
    ],
    [
      'a 050 sender',
      { callbackNumber: '0505-123-4567' },
      'INVALID_CALLBACK_NUMBER',
      'callbackNumber',
    ],
    ['no sender', { callbackNumber: '' }, 'INVALID_CALLBACK_NUMBER', 'callbackNumber'],
    ['41 characters of subject', { subject: 's'.repeat(41) }, 'SUBJECT_TOO_LONG', 'subject'],
    [
      'six images',
      { subject: 's', imageUrls: Array(6).fill(image) },
      'TOO_MANY_IMAGES',
      'imageUrls',
    ],
    [
      'a private image',
      { subject: 's', imageUrls: ['http://127.0.0.1/a.jpg'] },
      'INVALID_IMAGE_URL',
      'imageUrls[0]',
    ],
  ])('%s', async (_, change, code, field) => {
    const requests = answering(accepted);
    const input = { ...sms, ...change };
    const sending =
      'subject' in input ? client().mms.send(input as never) : client().sms.send(input);
    const error = await failure(sending);
    expect(error).toMatchObject({ code, field, mayHaveBeenSent: false, provider: 'baas' });
    expect(requests).toHaveLength(0);
  });

  it('1000 recipients and 2000 characters go in one request', async () => {
    const requests = answering(accepted);
    const receipt = await client().sms.send({
      ...sms,
      recipients: numbers(1000),
      message: '가'.repeat(2000),
    });
    expect(receipt.accepted).toBe(1000);
    expect(receipt.warnings.map(({ code }) => code)).toEqual([
      'LONGER_THAN_SMS',
      'BYTES_OVER_LIMIT',
    ]);
    expect(requests).toHaveLength(1);
  });

  it('a character that cannot be encoded is a warning with its place and what would be right', async () => {
    answering(accepted);
    const { warnings } = await client().sms.send({ ...sms, message: '합계 ₩1,000' });
    expect(warnings).toMatchObject([
      { code: 'CHARACTER_NOT_ENCODABLE', position: 3, suggestion: '원' },
    ]);
  });

  it('check() tells bytes, kind and problems without a request', () => {
    const result = client().check({ message: '가'.repeat(41), callbackNumber: '070-1234-5678' });
    expect(result).toMatchObject({ ok: true, kind: 'LMS', bytes: 82, characters: 41 });
    expect(result.warnings.map(({ code }) => code)).toEqual(['LONGER_THAN_SMS', 'VOIP_SENDER']);
  });
});

describe('what the vendor answers', () => {
  it.each([
    [
      400,
      { success: false, message: '잘못된 요청', error_code: 'BAD_REQUEST' },
      'VALIDATION_ERROR',
    ],
    [
      401,
      { success: false, message: 'expired', error_code: 'TOKEN_EXPIRED' },
      'AUTHENTICATION_FAILED',
    ],
    [
      403,
      { result: 'FAIL', errorCode: 'FORBIDDEN', message: 'no', data: null },
      'PERMISSION_DENIED',
    ],
    [404, { result: 'FAIL', errorCode: 'NOT_FOUND', message: 'none' }, 'NOT_FOUND'],
    [409, { success: false, message: 'again', error_code: 'ALREADY_EXISTS' }, 'CONFLICT'],
    [410, { success: false, message: 'gone', error_code: 'EXPIRED' }, 'API_ERROR'],
    [
      422,
      {
        success: false,
        message: 'field',
        error_code: 'VALIDATION_ERROR',
        detail: [{ field: 'x', reason: 'y' }],
      },
      'VALIDATION_ERROR',
    ],
    [429, { success: false, message: 'slow', error_code: 'RATE_LIMIT_EXCEEDED' }, 'RATE_LIMITED'],
    [200, { success: false, message: 'no', error_code: 'INVALID_PROJECT_ID' }, 'VALIDATION_ERROR'],
    [200, { result: 'FAIL', errorCode: 'A_NEW_CODE', message: 'new' }, 'API_ERROR'],
  ])('%i %o is a refusal: %s', async (status, body, code) => {
    answering(body, status);
    const error = await failure(client().sms.send(sms));
    const providerCode = 'error_code' in body ? body.error_code : body.errorCode;
    expect(error).toMatchObject({ code, status, providerCode, mayHaveBeenSent: false });
    expect(error.message).toContain(body.message);
  });

  it.each([
    [502, { success: false, message: 'carrier', error_code: 'EXTERNAL_SERVER_ERROR' }],
    [500, { success: false, message: 'oops', error_code: 'INTERNAL_SERVER_ERROR' }],
    [200, { success: false, message: 'carrier', error_code: 'EXTERNAL_SERVER_ERROR' }],
    [400, { result: 'FAIL', message: 'carrier', errorCode: 'EXTERNAL_SERVER_ERROR' }],
  ])('%i %o is unknown and leaves once', async (status, body) => {
    const requests = answering(body, status);
    const error = await failure(client({ retryOn429: true }).sms.send(sms));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', status, mayHaveBeenSent: true });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['no group', { success: true, data: {} }, undefined],
    ['broken JSON', '{"success":true,"data":{"group_id":12345', { id: '12345' }],
    ['a page', '<html>', undefined],
    ['nothing', '', undefined],
  ])('a success with %s may have been sent', async (_, body, details) => {
    answering(body);
    const error = await failure(client().sms.send(sms));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', status: 200, mayHaveBeenSent: true });
    expect(error.details).toEqual(details);
  });

  it('quotes the vendor bounded, on one line, with numbers masked', async () => {
    answering(
      { success: false, message: `010-1234-5678\n${'x'.repeat(999)}`, error_code: 'BAD_REQUEST' },
      400,
    );
    const { message } = await failure(client().sms.send(sms));
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).toMatch(/^010-\*{4}-5678 x/);
  });
});

describe('status', () => {
  const rows = (...results: (string | null)[]) =>
    results.map((result) => ({ phone: '010-1234-5678', name: '홍길동', result, reason: null }));
  const statusOf = async (data: unknown) => {
    server.use(
      http.get(`${host}/message/send_history/sms/12345/messages`, () =>
        HttpResponse.json({ success: true, data }),
      ),
    );
    return client().messages.status(12345);
  };

  it.each([
    [[], '전송중'],
    [['성공', '성공'], '성공'],
    [['실패', '실패'], '실패'],
    [['성공', '실패'], '부분성공'],
    [['성공', '전송중'], '전송중'],
    [['실패', 'a new word'], '전송중'],
    [[null], '전송중'],
  ])('%o is %s', async (results, word) => {
    const status = await statusOf(rows(...results));
    expect(status.status).toBe(word);
    expect(status.totalCount).toBe(results.length);
    expect(status.successCount + status.failedCount + status.pendingCount).toBe(results.length);
  });

  it('reads rows wherever the vendor puts them', async () => {
    expect((await statusOf({ messages: rows('성공') })).messages).toEqual([
      { phone: '010-1234-5678', name: '홍길동', status: '성공', reason: null },
    ]);
  });

  it('refuses an id that is no number, and an answer that is no list', async () => {
    expect((await failure(client().messages.status(Number('x')))).field).toBe('groupId');
    expect((await failure(statusOf('none'))).code).toBe('INVALID_RESPONSE');
  });
});

describe('history', () => {
  it('is not invented', async () => {
    expect((await failure(client().messages.history())).code).toBe('NOT_SUPPORTED');
  });

  it('comes from the path that was given, should there be one', async () => {
    server.use(
      http.get(`${host}/message/history`, ({ request }) =>
        HttpResponse.json(Object.fromEntries(new URL(request.url).searchParams)),
      ),
    );
    const history = await client({ historyPath: '/message/history' }).messages.history({
      limit: 5,
    });
    expect(history).toEqual({ offset: '0', limit: '5', project_id: projectId });
  });
});

describe('sendMany', () => {
  it('sends a thousand a request and reports each chunk', async () => {
    const requests = answering(accepted);
    const progress: number[] = [];
    const outcomes = [];
    for await (const outcome of client().sendMany(numbers(2500), {
      message: sms.message,
      callbackNumber: sms.callbackNumber,
      onProgress: ({ accepted: count }) => progress.push(count),
    }))
      outcomes.push([outcome.state, outcome.offset, outcome.recipients.length]);
    expect(outcomes).toEqual([
      ['accepted', 0, 1000],
      ['accepted', 1000, 1000],
      ['accepted', 2000, 500],
    ]);
    expect(progress).toEqual([1000, 2000, 2500]);
    expect(requests).toHaveLength(3);
  });

  it('stops at the first unknown outcome, as SMS and as MMS', async () => {
    for (const extra of [{}, { subject: '제목' }]) {
      const requests = answering('', 503);
      const outcomes = [];
      const options = { message: sms.message, callbackNumber: sms.callbackNumber, ...extra };
      for await (const { state } of client().sendMany(numbers(2500), options)) outcomes.push(state);
      expect(outcomes).toEqual(['unknown']);
      expect(requests).toHaveLength(1);
    }
  });
});
