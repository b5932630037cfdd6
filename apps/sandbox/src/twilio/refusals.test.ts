import { describe, expect, it } from 'vitest';
import { ask, startTestSandbox } from '../test-support.ts';
import { accountSid, authToken, basic, messages, send, serviceSid } from './test-support.ts';

const media = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://a.b/${index}`);
const service = { From: undefined, MessagingServiceSid: serviceSid };
const scheduled = { ...service, ScheduleType: 'fixed' };

describe("Twilio's own test numbers", () => {
  it.each([
    ['From', '+15005550001', 21212],
    ['From', '+15005550007', 21606],
    ['From', '+15005550008', 21611],
    ['To', '+15005550001', 21211],
    ['To', '+15005550002', 21612],
    ['To', '+15005550003', 21408],
    ['To', '+15005550004', 21610],
    ['To', '+15005550009', 21614],
  ])('%s %s is refused with %i', async (field, number, code) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await send(sandbox, { [field]: number });
    expect([status, json.code]).toEqual([400, code]);
    expect(sandbox.messages()).toEqual([]);
  });

  it('From +15005550006 works', async () => {
    const { sandbox } = await startTestSandbox();
    expect((await send(sandbox, { From: '+15005550006' })).status).toBe(201);
  });
});

describe('what is refused', () => {
  it.each([
    ['no To', { To: undefined }, 21604],
    ['an empty To', { To: '' }, 21604],
    ['a To without its plus', { To: '14155550123' }, 21211],
    ['a short To', { To: '+12345' }, 21211],
    ['To and From the same', { To: '+15005550006' }, 21266],
    ['a Korean landline', { To: '+82212345678' }, 21614],
    ['a name as sender to Korea', { To: '+821012345678', From: 'Jeonbo' }, 21612],
    ['no From and no service', { From: undefined }, 21603],
    ['a From that is neither', { From: 'much too long a name' }, 21212],
    ['a service of another form', { ...service, MessagingServiceSid: 'MG1' }, 21705],
    ['no content at all', { Body: undefined }, 21619],
    ['an empty Body', { Body: '' }, 21602],
    ['1601 characters', { Body: 'a'.repeat(1601) }, 21617],
    ['11 pictures', { MediaUrl: media(11) }, 21623],
    ['a picture without protocol', { MediaUrl: 'example.com/a.png' }, 21620],
    ['a picture of another protocol', { MediaUrl: 'file:///etc/passwd' }, 21620],
    ['a template of another form', { Body: undefined, ContentSid: 'HX1' }, 21655],
    [
      'variables that are no object',
      { Body: undefined, ContentSid: `HX${'0'.repeat(32)}`, ContentVariables: '[1]' },
      21656,
    ],
    ['a callback of another protocol', { StatusCallback: 'ftp://example.com/' }, 21609],
    ['a callback whose host has an underscore', { StatusCallback: 'http://a_b.example/' }, 21609],
    ['a callback of 4001 characters', { StatusCallback: `http://a.b/`.padEnd(4001, 'a') }, 21609],
    ['no ValidityPeriod at all', { ValidityPeriod: '0' }, 90007],
    ['a ValidityPeriod of more than ten hours', { ValidityPeriod: '36001' }, 90007],
    ['half a second', { ValidityPeriod: '0.5' }, 90007],
    ['a choice that there is not', { ContentRetention: 'keep' }, 20001],
    ['another kind of schedule', { ...service, ScheduleType: 'daily' }, 35126],
    ['a time without a kind', { ...service, SendAt: '2026-01-02T00:00:00Z' }, 35126],
    ['a schedule without a time', scheduled, 35111],
    ['14:59 minutes ahead', { ...scheduled, SendAt: '2026-01-01T00:14:59Z' }, 35114],
    ['35 days and a second ahead', { ...scheduled, SendAt: '2026-02-05T00:00:01Z' }, 35114],
    ['a time that is none', { ...scheduled, SendAt: 'tomorrow' }, 35114],
    ['a time of no zone', { ...scheduled, SendAt: '2026-01-02T00:00:00' }, 35114],
  ])('%s', async (_, fields, code) => {
    const { sandbox } = await startTestSandbox();
    const { status, json, headers } = await send(sandbox, fields);
    expect(status).toBe(400);
    expect(json).toEqual({
      code,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status: 400,
    });
    expect(headers.get('twilio-request-id')).toMatch(/^RQ/);
    expect(sandbox.messages()).toEqual([]);
  });

  it.each([
    ['1600 characters', { Body: 'a'.repeat(1600) }],
    ['10 pictures', { MediaUrl: media(10) }],
    ['15 minutes ahead', { ...scheduled, SendAt: '2026-01-01T00:15:00Z' }],
    ['35 days ahead', { ...scheduled, SendAt: '2026-02-05T00:00:00Z' }],
    ['a second of validity', { ValidityPeriod: '1' }],
    ['ten hours of validity', { ValidityPeriod: '36000' }],
    ['a field that Twilio does not know', { Nonsense: '1' }],
  ])('%s is taken', async (_, fields) => {
    const { sandbox } = await startTestSandbox();
    expect((await send(sandbox, fields)).status).toBe(201);
  });
});

describe('paths, methods and bodies', () => {
  const credentials = basic(accountSid, authToken);

  it.each([
    ['GET', `${messages}/SM${'0'.repeat(32)}.json`, 404, 20404],
    ['POST', `${messages}/SM${'0'.repeat(32)}.json`, 404, 20404],
    ['DELETE', `${messages}/SM${'0'.repeat(32)}.json`, 404, 20404],
    ['GET', `${messages}/SM${'0'.repeat(32)}/Media.json`, 404, 20404],
    ['GET', `/2010-04-01/Accounts/${accountSid}/Calls.json`, 404, 20404],
    ['GET', '/2010-04-01/Accounts/AC1/Messages.json', 404, 20404],
    ['GET', messages, 404, 20404],
    ['PUT', `${messages}.json`, 405, 20004],
  ])('%s %s is %i %i', async (method, path, status, code) => {
    const { sandbox } = await startTestSandbox();
    const answer = await ask(sandbox, method, path, undefined, credentials);
    expect([answer.status, answer.json.code, answer.json.status]).toEqual([status, code, status]);
  });

  it('reads a form only', async () => {
    const { sandbox } = await startTestSandbox();
    const body = { To: '+14155550123', From: '+15005550006', Body: 'a' };
    const { json } = await ask(sandbox, 'POST', `${messages}.json`, body, credentials);
    expect(json.code).toBe(21604);
  });
});
