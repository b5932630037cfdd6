import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accountSid,
  errorAnswer,
  feedbackAnswer,
  mediaAnswer,
  mediaSid,
  messageAnswer,
  messageSid,
  pageAnswer,
  serviceSid,
} from '../test-support/index.ts';
import { createTwilioClient, JeonboError } from './index.ts';
import type { MessageInput } from './message-types.ts';
import type { TwilioClientOptions } from './types.ts';

const host = 'https://api.twilio.com';
const root = `/2010-04-01/Accounts/${accountSid}`;
const apiKey = `SK${'d'.repeat(32)}`;
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  // A developer's own account must not be asked.
  for (const name of Object.keys(process.env)) if (/^TWILIO_/.test(name)) vi.stubEnv(name, '');
});
afterEach(() => {
  server.resetHandlers();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
afterAll(() => server.close());

interface Asked {
  method: string;
  url: URL;
  headers: Headers;
  form: URLSearchParams;
}

/** Answers every request so, and keeps what was asked. */
function answering(answer: (count: number, asked: Asked) => Response) {
  const requests: Asked[] = [];
  server.use(
    http.all(/^https?:/, async ({ request }) => {
      const { method, headers } = request;
      const form = new URLSearchParams(await request.text());
      requests.push({ method, url: new URL(request.url), headers, form });
      return answer(requests.length, requests.at(-1) as Asked);
    }),
  );
  return requests;
}

const accepting = () => answering(() => HttpResponse.json(messageAnswer(), { status: 201 }));
const client = (options: TwilioClientOptions = {}) =>
  createTwilioClient({ accountSid, authToken: 'test-token', ...options });
const sms: MessageInput = { to: '+14155550100', from: '+14155550123', body: 'Hello' };

async function failure(promise: Promise<unknown>): Promise<JeonboError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (JeonboError.is(error)) return error;
  throw new Error(`expected a JeonboError, got ${String(error)}`);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('messages.create', () => {
  it('posts a form to the account and reads what Twilio took', async () => {
    const requests = answering(() =>
      HttpResponse.json(
        messageAnswer({ num_segments: '2', price: '-0.00750', price_unit: 'USD' }),
        {
          status: 201,
          headers: { 'twilio-request-id': 'RQ7' },
        },
      ),
    );
    const message = await client().messages.create(sms);
    expect(message).toMatchObject({
      sid: messageSid(),
      status: 'queued',
      numSegments: 2,
      numMedia: 0,
      price: -0.0075,
      priceUnit: 'USD',
      errorCode: null,
      dateSent: null,
      requestId: 'RQ7',
      warnings: [],
    });
    expect(message.dateCreated?.toISOString()).toBe('2023-08-24T05:01:45.000Z');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url.href).toBe(`${host}${root}/Messages.json`);
    expect(requests[0]?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${accountSid}:test-token`)}`,
    );
    expect(String(requests[0]?.form)).toBe('To=%2B14155550100&From=%2B14155550123&Body=Hello');
  });

  it('writes every field in the form Twilio takes', async () => {
    const requests = accepting();
    const sendAt = new Date(Date.now() + 3_600_000);
    await client().messages.create({
      to: '010-1234-5678',
      messagingServiceSid: serviceSid,
      body: '',
      mediaUrl: ['https://example.com/a.jpg', new URL('https://example.com/b.png')],
      contentSid: `HX${'e'.repeat(32)}`,
      contentVariables: { 1: 'Jane' },
      persistentAction: ['geo:37.78,-122.39|Home'],
      validityPeriod: 60,
      smartEncoded: false,
      sendAt,
    });
    expect([...(requests[0]?.form ?? [])]).toEqual([
      ['To', '+821012345678'],
      ['MessagingServiceSid', serviceSid],
      ['MediaUrl', 'https://example.com/a.jpg'],
      ['MediaUrl', 'https://example.com/b.png'],
      ['ContentSid', `HX${'e'.repeat(32)}`],
      ['ContentVariables', '{"1":"Jane"}'],
      ['ValidityPeriod', '60'],
      ['SendAt', sendAt.toISOString().replace(/\.\d+/, '')],
      ['SmartEncoded', 'false'],
      ['PersistentAction', 'geo:37.78,-122.39|Home'],
      ['ScheduleType', 'fixed'],
    ]);
  });

  it.each([
    ['whatsapp:+14155550100', 'whatsapp:+14155550123'],
    ['+14155550100', '12345'],
    ['+447700900123', 'Jeonbo 1'],
  ])('leaves %s and %s as they are', async (to, from) => {
    const requests = accepting();
    await client().messages.create({ to, from, body: 'Hi' });
    expect(requests[0]?.form.get('To')).toBe(to);
    expect(requests[0]?.form.get('From')).toBe(from);
  });

  it('takes the sender of the environment, and never mixes it with a given one', async () => {
    const requests = accepting();
    vi.stubEnv('TWILIO_PHONE_NUMBER', '+14155550199');
    vi.stubEnv('TWILIO_MESSAGING_SERVICE_SID', serviceSid);
    await client().messages.create({ to: sms.to, body: 'Hi' });
    await client().messages.create(sms);
    const senders = requests.map(({ form }) => [form.get('From'), form.get('MessagingServiceSid')]);
    expect(senders).toEqual([
      ['+14155550199', serviceSid],
      ['+14155550123', null],
    ]);
  });
});

describe('limits, before anything leaves', () => {
  const inAnHour = () => new Date(Date.now() + 3_600_000);
  const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  it.each<[string, Partial<MessageInput>, string, string]>([
    ['no sender', { from: '' }, 'INVALID_CALLBACK_NUMBER', 'from'],
    ['a sender that is none', { from: '!' }, 'INVALID_CALLBACK_NUMBER', 'from'],
    [
      'letters to Korea',
      { to: '010-1234-5678', from: 'Jeonbo' },
      'INVALID_CALLBACK_NUMBER',
      'from',
    ],
    ['a wrong service', { messagingServiceSid: 'MG1' }, 'VALIDATION_ERROR', 'messagingServiceSid'],
    ['a number without country', { to: '4155550100' }, 'INVALID_PHONE_NUMBER', 'to'],
    ['a Korean landline', { to: '02-1234-5678' }, 'INVALID_PHONE_NUMBER', 'to'],
    ['nothing to say', { body: '' }, 'EMPTY_MESSAGE', 'body'],
    ['1601 characters', { body: 'a'.repeat(1601) }, 'MESSAGE_TOO_LONG', 'body'],
    [
      '11 media',
      { mediaUrl: Array(11).fill('https://example.com/a.jpg') },
      'TOO_MANY_IMAGES',
      'mediaUrl',
    ],
    [
      'a private address',
      { mediaUrl: ['http://10.0.0.1/a.jpg'] },
      'INVALID_IMAGE_URL',
      'mediaUrl[0]',
    ],
    ['a wrong template', { contentSid: 'HX1' }, 'VALIDATION_ERROR', 'contentSid'],
    ['a wrong application', { applicationSid: serviceSid }, 'VALIDATION_ERROR', 'applicationSid'],
    ['no JSON', { contentVariables: '{' }, 'VALIDATION_ERROR', 'contentVariables'],
    ['JSON of another kind', { contentVariables: '[1]' }, 'VALIDATION_ERROR', 'contentVariables'],
    ['no validity', { validityPeriod: 0 }, 'VALIDATION_ERROR', 'validityPeriod'],
    ['a long validity', { validityPeriod: 36_001 }, 'VALIDATION_ERROR', 'validityPeriod'],
    ['half a try', { attempt: 1.5 }, 'VALIDATION_ERROR', 'attempt'],
    [
      'a callback by mail',
      { statusCallback: 'mailto:a@b.c' },
      'VALIDATION_ERROR',
      'statusCallback',
    ],
    ['a time without a service', { sendAt: inAnHour() }, 'INVALID_SCHEDULE', 'sendAt'],
    [
      '14 minutes ahead',
      { sendAt: ahead(14), messagingServiceSid: serviceSid },
      'INVALID_SCHEDULE',
      'sendAt',
    ],
    [
      '35 days and a minute ahead',
      { sendAt: ahead(35 * 1440 + 1), messagingServiceSid: serviceSid },
      'INVALID_SCHEDULE',
      'sendAt',
    ],
    [
      'a time that is none',
      { sendAt: new Date('x'), messagingServiceSid: serviceSid },
      'INVALID_SCHEDULE',
      'sendAt',
    ],
  ])('%s', async (_, change, code, field) => {
    const requests = accepting();
    const error = await failure(client().messages.create({ ...sms, ...change }));
    expect(error).toMatchObject({ code, field, mayHaveBeenSent: false, provider: 'twilio' });
    expect(requests).toHaveLength(0);
  });

  it('1600 characters, 10 media and the ends of the time are taken', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const requests = accepting();
    const mediaUrl = Array(10).fill('https://example.com/a.jpg');
    const rest = { messagingServiceSid: serviceSid, mediaUrl, body: 'a'.repeat(1600) };
    await client().messages.create({ ...sms, ...rest, sendAt: ahead(15) });
    await client().messages.create({ ...sms, ...rest, sendAt: ahead(35 * 1440) });
    expect(requests).toHaveLength(2);
  });
});

describe('check()', () => {
  it('warns of what Korea does not take, and only where it goes there', () => {
    const input = { body: '합계 ₩1,000', mediaUrl: ['https://example.com/a.png'] };
    const codes = (to: string[]) =>
      client()
        .check({ ...input, to })
        .warnings.map(({ code }) => code);
    expect(codes(['010-1234-5678'])).toEqual(['CHARACTER_NOT_ENCODABLE', 'MEDIA_AS_LINK']);
    expect(codes(['+14155550100'])).toEqual([]);
    expect(codes(['+14155550100', '+82 10-1234-5678'])).toHaveLength(2);
  });

  it('measures what Twilio charges by', () => {
    expect(client().check({ body: 'a'.repeat(161) })).toMatchObject({
      ok: true,
      kind: null,
      segments: 2,
      encoding: 'GSM-7',
    });
    expect(client().check({ mediaUrl: ['https://example.com/a.jpg'] }).ok).toBe(true);
  });

  it('names the recipient at fault', () => {
    const { errors } = client().check({ body: 'a', to: ['+14155550100', '02-123-4567'] });
    expect(errors).toMatchObject([{ code: 'INVALID_PHONE_NUMBER', field: 'to[1]' }]);
  });
});

describe('credentials', () => {
  const authorizationOf = async (options: TwilioClientOptions) => {
    const requests = accepting();
    await createTwilioClient(options).messages.create(sms);
    const value = requests[0]?.headers.get('authorization') ?? '';
    expect(requests[0]?.url.pathname).toContain(accountSid);
    return atob(value.replace('Basic ', ''));
  };

  it('are account and token, or key and secret with the account in the path', async () => {
    expect(await authorizationOf({ accountSid, authToken: 't' })).toBe(`${accountSid}:t`);
    expect(await authorizationOf({ accountSid, apiKey, apiSecret: 's' })).toBe(`${apiKey}:s`);
  });

  it('come from the environment at the first call, the key before the token', async () => {
    const twilio = createTwilioClient();
    vi.stubEnv('TWILIO_ACCOUNT_SID', accountSid);
    vi.stubEnv('TWILIO_AUTH_TOKEN', 'token');
    const requests = accepting();
    await twilio.messages.create(sms);
    vi.stubEnv('TWILIO_API_KEY', apiKey);
    vi.stubEnv('TWILIO_API_SECRET', 'secret');
    await twilio.messages.create(sms);
    await createTwilioClient({ authToken: 'given' }).messages.create(sms);
    const users = requests.map(({ headers }) => headers.get('authorization')?.slice(6) ?? '');
    expect(users.map(atob)).toEqual([
      `${accountSid}:token`,
      `${apiKey}:secret`,
      `${accountSid}:given`,
    ]);
  });

  it.each<[string, TwilioClientOptions, string, RegExp]>([
    ['no account', { accountSid: '' }, 'MISSING_CREDENTIALS', /TWILIO_ACCOUNT_SID/],
    ['no token', { authToken: '' }, 'MISSING_CREDENTIALS', /TWILIO_AUTH_TOKEN.*TWILIO_API_KEY/],
    ['a key alone', { apiKey }, 'MISSING_CREDENTIALS', /TWILIO_API_SECRET/],
    ['a secret alone', { apiSecret: 's' }, 'MISSING_CREDENTIALS', /TWILIO_API_KEY/],
    ['a key as account', { accountSid: apiKey }, 'VALIDATION_ERROR', /give it as apiKey/],
    ['a wrong key', { apiKey: 'SK1', apiSecret: 's' }, 'VALIDATION_ERROR', /32 hex digits/],
    ['a line feed in the token', { authToken: 'hidden\n' }, 'VALIDATION_ERROR', /auth token/],
  ])(
    '%s is told by name, without the secret, and nothing leaves',
    async (_, options, code, words) => {
      const requests = accepting();
      const error = await failure(client(options).messages.create(sms));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
      expect(JSON.stringify(error)).not.toContain('hidden');
      expect(requests).toHaveLength(0);
    },
  );
});

describe('hosts', () => {
  const hostOf = async (options: TwilioClientOptions) => {
    const requests = accepting();
    await client(options).messages.create(sms);
    return requests[0]?.url.host;
  };

  it.each<[TwilioClientOptions, string]>([
    [{}, 'api.twilio.com'],
    [{ region: 'us1' }, 'api.us1.twilio.com'],
    [{ region: 'ie1' }, 'api.dublin.ie1.twilio.com'],
    [{ region: 'au1' }, 'api.sydney.au1.twilio.com'],
    [{ baseUrl: 'https://api.us1.twilio.com' }, 'api.us1.twilio.com'],
    [{ baseUrl: 'https://api.tokyo.jp1.twilio.com/' }, 'api.tokyo.jp1.twilio.com'],
    [{ baseUrl: 'http://localhost:4010' }, 'localhost:4010'],
  ])('%o asks %s', async (options, right) => {
    expect(await hostOf(options)).toBe(right);
  });

  it('may come from TWILIO_API_BASE_URL, where none is given', async () => {
    vi.stubEnv('TWILIO_API_BASE_URL', 'http://localhost:4011');
    expect(await hostOf({})).toBe('localhost:4011');
    expect(await hostOf({ region: 'ie1' })).toBe('api.dublin.ie1.twilio.com');
  });

  it.each<[TwilioClientOptions, RegExp]>([
    [{ baseUrl: 'https://api.ie1.twilio.com' }, /switched off; use https:\/\/api\.dublin\.ie1\./],
    [{ baseUrl: 'https://api.au1.twilio.com' }, /use https:\/\/api\.sydney\.au1\./],
    [{ baseUrl: 'https://api.br1.twilio.com' }, /use https:\/\/api\.twilio\.com/],
    [{ baseUrl: 'https://api.us2.twilio.com.' }, /use https:\/\/api\.twilio\.com/],
    [{ baseUrl: 'https://verify.twilio.com' }, /does not serve this API/],
    [{ baseUrl: 'http://api.twilio.com' }, /https only/],
    [{ baseUrl: 'api.twilio.com' }, /http\(s\) URL/],
    [{ region: 'jp1' as 'ie1' }, /us1, ie1, au1/],
    [{ region: 'constructor' as 'ie1' }, /us1, ie1, au1/],
  ])('%o is refused with what would be right', async (options, words) => {
    const requests = accepting();
    const error = await failure(client(options).messages.create(sms));
    expect(error.code).toBe('VALIDATION_ERROR');
    expect(error.message).toMatch(words);
    expect(requests).toHaveLength(0);
  });
});

describe('what Twilio answers', () => {
  it.each([
    [20003, 401, 'AUTHENTICATION_FAILED'],
    [20404, 404, 'NOT_FOUND'],
    [21211, 400, 'INVALID_PHONE_NUMBER'],
    [21212, 400, 'INVALID_CALLBACK_NUMBER'],
    [21408, 403, 'PERMISSION_DENIED'],
    [21601, 400, 'INVALID_CALLBACK_NUMBER'],
    [21602, 400, 'EMPTY_MESSAGE'],
    [21606, 400, 'INVALID_CALLBACK_NUMBER'],
    [21608, 400, 'RECIPIENT_REJECTED'],
    [21610, 400, 'RECIPIENT_REJECTED'],
    [21611, 400, 'RATE_LIMITED'],
    [21612, 400, 'RECIPIENT_REJECTED'],
    [21614, 400, 'INVALID_PHONE_NUMBER'],
    [21617, 400, 'MESSAGE_TOO_LONG'],
    [21619, 400, 'EMPTY_MESSAGE'],
    [21635, 400, 'INVALID_PHONE_NUMBER'],
    [30003, 400, 'API_ERROR'],
    [30008, 400, 'API_ERROR'],
    [99999, 403, 'PERMISSION_DENIED'],
  ])('%i with %i is %s, once', async (providerCode, status, code) => {
    const requests = answering(() => errorAnswer(providerCode, status, 'to +82 10-1234-5678'));
    const error = await failure(client().messages.create(sms));
    expect(error).toMatchObject({
      code,
      status,
      providerCode: String(providerCode),
      requestId: 'RQ1',
      mayHaveBeenSent: false,
      details: { moreInfo: `https://www.twilio.com/docs/errors/${providerCode}` },
    });
    expect(error.message).not.toContain('1234-5678');
    expect(requests).toHaveLength(1);
  });

  it('hands on no link to elsewhere', async () => {
    answering(() =>
      HttpResponse.json(
        { code: 21211, message: 'x', more_info: 'https://evil.example' },
        { status: 400 },
      ),
    );
    expect((await failure(client().messages.create(sms))).details).toBeUndefined();
  });

  it.each([
    ['a refusal of the gateway', errorAnswer(20500, 500)],
    ['a gateway without words', new Response('', { status: 503 })],
  ])('%s is unknown and leaves once', async (_, answer) => {
    const requests = answering(() => answer.clone());
    const error = await failure(client().messages.create(sms));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['broken JSON', `{"status":"queued","sid":"${messageSid(9)}`, undefined],
    ['broken JSON after the sid', `{"sid":"${messageSid(9)}","status`, { id: messageSid(9) }],
    ['another thing', JSON.stringify({ ...messageAnswer(), sid: 'CA1' }), undefined],
  ])('a success with %s may have been sent', async (_, body, details) => {
    answering(() => new HttpResponse(body, { status: 201 }));
    const error = await failure(client().messages.create(sms));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', mayHaveBeenSent: true });
    expect(error.details).toEqual(details);
  });

  it('429 waits as long as Twilio says, to the second, and sends once after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const turns = async (until: () => boolean) => {
      while (!until()) await new Promise(setImmediate);
    };
    let waiting = 0;
    const requests = answering((count) =>
      count === 1
        ? new HttpResponse('{"code":20429,"message":"slow","status":429}', {
            status: 429,
            headers: { 'retry-after': '2' },
          })
        : HttpResponse.json(messageAnswer(), { status: 201 }),
    );
    const sending = client({ onRetry: ({ delayMs }) => (waiting = delayMs) }).messages.create(sms);
    await turns(() => waiting > 0);
    expect(waiting).toBe(2000);
    vi.advanceTimersByTime(1999);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(requests).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect((await sending).sid).toBe(messageSid());
    expect(requests).toHaveLength(2);
  });

  it('429 is told at once where the caller wants that', async () => {
    const requests = answering(() => errorAnswer(20429, 429));
    const error = await failure(client({ retryOn429: false }).messages.create(sms));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryable: true, mayHaveBeenSent: false });
    expect(requests).toHaveLength(1);
  });
});

describe('one message', () => {
  it('is fetched, with words Twilio may add later', async () => {
    const answer = messageAnswer({ status: 'teleported', error_code: 30003, error_message: 'off' });
    const requests = answering(() => HttpResponse.json(answer));
    const message = await client().messages.fetch(messageSid());
    expect(message).toMatchObject({ status: 'teleported', errorCode: 30003, errorMessage: 'off' });
    expect(message.raw).toEqual(answer);
    expect(requests[0]?.url.pathname).toBe(`${root}/Messages/${messageSid()}.json`);
  });

  it('is redacted and canceled by what it becomes', async () => {
    const requests = answering(() => HttpResponse.json(messageAnswer({ body: '' })));
    const { messages } = client();
    expect((await messages.redact(messageSid())).body).toBe('');
    await messages.cancel(messageSid());
    await messages.update(messageSid(), { body: '', status: 'canceled' });
    expect(requests.map(({ method, form }) => [method, String(form)])).toEqual([
      ['POST', 'Body='],
      ['POST', 'Status=canceled'],
      ['POST', 'Body=&Status=canceled'],
    ]);
  });

  it.each([{}, { body: 'new' }, { status: 'sent' }])('does not become %o', async (change) => {
    const requests = accepting();
    const error = await failure(client().messages.update(messageSid(), change as never));
    expect(error.code).toBe('VALIDATION_ERROR');
    expect(requests).toHaveLength(0);
  });

  it('is deleted', async () => {
    const requests = answering(() => new HttpResponse(null, { status: 204 }));
    await client().messages.delete(messageSid());
    expect(requests[0]?.method).toBe('DELETE');
  });

  it.each(['update', 'delete'] as const)('leaves once where %s ends unclear', async (what) => {
    const requests = answering(() => new HttpResponse('', { status: 503 }));
    const { messages } = client();
    const sid = messageSid();
    const error = await failure(what === 'update' ? messages.cancel(sid) : messages.delete(sid));
    expect(error).toMatchObject({ code: 'API_ERROR', mayHaveBeenSent: false });
    expect(requests).toHaveLength(1);
  });

  it.each(['', '../Calls', 'SM1', `CA${'a'.repeat(32)}`])('is no %o', async (sid) => {
    const requests = accepting();
    expect(await failure(client().messages.fetch(sid))).toMatchObject({ field: 'sid' });
    expect(requests).toHaveLength(0);
  });
});

describe('messages.list', () => {
  const messages = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => messageAnswer({ sid: messageSid(first + index) }));

  it('goes over pages, one request each, when they are reached', async () => {
    const requests = answering((count) =>
      HttpResponse.json(
        pageAnswer('messages', messages(count * 2, 2), count < 3 ? `${count}` : null),
      ),
    );
    const seen: string[] = [];
    const asked: number[] = [];
    for await (const { sid } of client().messages.list({ pageSize: 2 })) {
      seen.push(sid);
      asked.push(requests.length);
    }
    expect(seen).toEqual([2, 3, 4, 5, 6, 7].map(messageSid));
    expect(asked).toEqual([1, 1, 2, 2, 3, 3]);
    expect(requests[0]?.url.search).toBe('?PageSize=2');
    // As the link says, with the account in it.
    expect(requests[2]?.url.href).toBe(`${host}${root}/Messages.json?PageSize=2&Page=2`);
  });

  it('ends at the limit without asking for more', async () => {
    const requests = answering(() =>
      HttpResponse.json(pageAnswer('messages', messages(0, 3), '1')),
    );
    expect(await all(client().messages.list({ limit: 3 }))).toHaveLength(3);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url.searchParams.get('PageSize')).toBe('3');
  });

  it('asks for at most 1000 a page', async () => {
    const requests = answering(() => HttpResponse.json(pageAnswer('messages', [])));
    await all(client().messages.list({ limit: 5000 }));
    expect(requests[0]?.url.searchParams.get('PageSize')).toBe('1000');
  });

  it('filters by number in any form, and by day or time', async () => {
    const requests = answering(() => HttpResponse.json(pageAnswer('messages', [])));
    const filter = {
      to: '010-1234-5678',
      from: '+14155550123',
      dateSentAfter: new Date('2026-01-02T03:04:05.678Z'),
      dateSentBefore: '2026-02-03',
    };
    await all(client().messages.list(filter));
    expect(Object.fromEntries(requests[0]?.url.searchParams ?? [])).toEqual({
      To: '+821012345678',
      From: '+14155550123',
      'DateSent>': '2026-01-02T03:04:05Z',
      'DateSent<': '2026-02-03',
    });
  });

  it.each([
    'https://evil.example/2010-04-01/x',
    '//evil.example/x',
    '/\\evil.example/x',
    'http://api.twilio.com/x',
    'javascript:alert(1)',
  ])('follows no page link to %s', async (link) => {
    const requests = answering(() =>
      HttpResponse.json({ ...pageAnswer('messages', messages(0, 1)), next_page_uri: link }),
    );
    const error = await failure(all(client().messages.list()));
    expect(error.code).toBe('INVALID_RESPONSE');
    expect(requests).toHaveLength(1);
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ pageSize: 1001 }, 'pageSize'],
    [{ dateSent: 'yesterday' }, 'dateSent'],
    [{ dateSent: '2026-13-45' }, 'dateSent'],
  ])('refuses %o', async (filter, field) => {
    const requests = accepting();
    expect(await failure(all(client().messages.list(filter)))).toMatchObject({
      code: 'VALIDATION_ERROR',
      field,
    });
    expect(requests).toHaveLength(0);
  });

  it('says so where a page cannot be read', async () => {
    answering(() => HttpResponse.json(pageAnswer('messages', [{}])));
    expect((await failure(all(client().messages.list()))).code).toBe('INVALID_RESPONSE');
  });
});

describe('media and feedback', () => {
  it('of a message are listed, fetched and deleted', async () => {
    const requests = answering((_, { method, url }) =>
      method === 'DELETE'
        ? new HttpResponse(null, { status: 204 })
        : HttpResponse.json(
            url.pathname.endsWith('Media.json')
              ? pageAnswer('media_list', [mediaAnswer()])
              : mediaAnswer(),
          ),
    );
    const { media } = client();
    const [first] = await all(media.list(messageSid(), { dateCreated: '2026-01-02' }));
    expect(first).toMatchObject({
      sid: mediaSid,
      contentType: 'image/jpeg',
      parentSid: messageSid(),
    });
    expect(await media.fetch(messageSid(), mediaSid)).toMatchObject({ sid: mediaSid });
    await media.delete(messageSid(), mediaSid);
    const folder = `${root}/Messages/${messageSid()}/Media`;
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual([
      `GET ${folder}.json?DateCreated=2026-01-02`,
      `GET ${folder}/${mediaSid}.json`,
      `DELETE ${folder}/${mediaSid}.json`,
    ]);
  });

  it('tells Twilio that a message did its work', async () => {
    const requests = answering(() => HttpResponse.json(feedbackAnswer('confirmed')));
    const feedback = await client().feedback.create(messageSid(), 'confirmed');
    expect(feedback).toMatchObject({ outcome: 'confirmed', messageSid: messageSid() });
    expect(String(requests[0]?.form)).toBe('Outcome=confirmed');
    const wrong = client().feedback.create(messageSid(), 'maybe' as 'confirmed');
    expect(await failure(wrong)).toMatchObject({ field: 'outcome' });
  });
});

describe('sendMany', () => {
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, index) => `+1415555${String(index).padStart(4, '0')}`);

  it('sends one request each and reports it', async () => {
    const requests = accepting();
    const progress: number[] = [];
    const outcomes = await all(
      client().sendMany(['02-123-4567', ...numbers(3)], {
        from: sms.from ?? '',
        body: 'Hi',
        concurrency: 2,
        onProgress: ({ accepted, rejected }) => progress.push(accepted + rejected),
      }),
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['rejected', ...Array(3).fill('accepted')]);
    expect(progress).toEqual([1, 2, 3, 4]);
    expect(requests.map(({ form }) => form.get('To')).sort()).toEqual(numbers(3));
    // What steers the bulk is no field of a message.
    expect([...(requests[0]?.form.keys() ?? [])]).toEqual(['To', 'From', 'Body']);
  });

  it('stops at the first unknown outcome', async () => {
    const requests = answering(() => new HttpResponse('', { status: 503 }));
    const outcomes = await all(
      client().sendMany(numbers(100), { from: sms.from ?? '', body: 'Hi' }),
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['unknown']);
    expect(requests).toHaveLength(1);
  });
});
