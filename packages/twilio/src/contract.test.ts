import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  accountSid,
  feedbackAnswer,
  mediaAnswer,
  mediaSid,
  messageAnswer,
  messageSid,
  pageAnswer,
  serviceSid,
  type TwilioContract,
  twilioContract,
} from '../test-support/index.ts';
import { messageForm } from './form.ts';
import { createTwilioClient } from './index.ts';

// Both sides of the wire, held to Twilio's own OpenAPI rather than to our reading of it.

const api = 'https://api.twilio.com/2010-04-01';
const messagesUrl = `${api}/Accounts/${accountSid}/Messages.json`;
const server = setupServer();
const seen: string[] = [];
let contract: TwilioContract;

beforeAll(async () => {
  contract = await twilioContract();
  server.listen({ onUnhandledFrame: 'error' });
});
afterEach(() => {
  server.resetHandlers();
  seen.length = 0;
});
afterAll(() => server.close());

/** Holds what is asked and what is answered to the contract, then answers. */
function answering(status: number, body?: object) {
  server.use(
    http.all(`${api}/*`, async ({ request }) => {
      seen.push(
        ...(await contract.checkRequest(request)),
        ...contract.checkAnswer(request.method, request.url, status, body),
      );
      return body ? HttpResponse.json(body, { status }) : new HttpResponse(null, { status });
    }),
  );
}

const twilio = createTwilioClient({ accountSid, authToken: 'test-token' });
const sid = messageSid();
const first = async (items: AsyncGenerator<unknown>) => (await items.next()).value;
const sms = { to: '010-1234-5678', from: '+14155550123', body: '안녕하세요' };
const inAnHour = new Date(Date.now() + 3_600_000);

describe('our client keeps to the contract', () => {
  it.each<[string, number, object | undefined, () => Promise<unknown>]>([
    ['create', 201, messageAnswer(), () => twilio.messages.create(sms)],
    [
      'create with every field',
      201,
      messageAnswer(),
      () =>
        twilio.messages.create({
          ...sms,
          messagingServiceSid: serviceSid,
          fallbackFrom: '+14155550124',
          mediaUrl: ['https://example.com/a.jpg', 'https://example.com/b.jpg'],
          contentSid: `HX${'e'.repeat(32)}`,
          contentVariables: { 1: 'a' },
          statusCallback: 'https://example.com/status',
          applicationSid: `AP${'f'.repeat(32)}`,
          validityPeriod: 36_000,
          sendAt: inAnHour,
          sendAsMms: true,
          smartEncoded: true,
          shortenUrls: false,
          provideFeedback: true,
          attempt: 2,
          contentRetention: 'discard',
          addressRetention: 'obfuscate',
          persistentAction: ['geo:1,2', 'geo:3,4'],
          riskCheck: 'disable',
          trafficType: 'free',
          messageIntent: 'otp',
        }),
    ],
    ['fetch', 200, messageAnswer(), () => twilio.messages.fetch(sid)],
    [
      'list',
      200,
      pageAnswer('messages', [messageAnswer()], '1'),
      () => first(twilio.messages.list({ to: sms.to, dateSent: '2026-01-02', limit: 5 })),
    ],
    [
      'list by time',
      200,
      pageAnswer('messages', [messageAnswer()]),
      () => first(twilio.messages.list({ dateSentAfter: inAnHour, dateSentBefore: inAnHour })),
    ],
    ['redact', 200, messageAnswer({ body: '' }), () => twilio.messages.redact(sid)],
    ['cancel', 200, messageAnswer({ status: 'canceled' }), () => twilio.messages.cancel(sid)],
    ['delete', 204, undefined, () => twilio.messages.delete(sid)],
    [
      'media.list',
      200,
      pageAnswer('media_list', [mediaAnswer()]),
      () => first(twilio.media.list(sid, { dateCreatedAfter: inAnHour, pageSize: 20 })),
    ],
    ['media.fetch', 200, mediaAnswer(), () => twilio.media.fetch(sid, mediaSid)],
    ['media.delete', 204, undefined, () => twilio.media.delete(sid, mediaSid)],
    ['feedback', 200, feedbackAnswer('confirmed'), () => twilio.feedback.create(sid, 'confirmed')],
  ])('%s', async (_, status, answer, call) => {
    answering(status, answer);
    await call();
    expect(seen).toEqual([]);
  });

  it('and knows every field that the contract has, but for two', () => {
    const fields = contract.formFields('CreateMessage');
    const everything = Object.fromEntries(
      fields.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), sampleOf(name)]),
    );
    const written = new Set(messageForm(everything as never).keys());
    // One is obsolete, the other reserved.
    expect(fields.filter((name) => !written.has(name))).toEqual(['MaxPrice', 'ForceDelivery']);
  });
});

function sampleOf(name: string): unknown {
  if (name === 'SendAt') return inAnHour;
  return /^(?:MediaUrl|PersistentAction)$/.test(name) ? ['x'] : '+14155550123';
}

describe('the contract, as it is patched here,', () => {
  it('accepts every answer that Twilio gives as an example', () => {
    expect(contract.examples.length).toBeGreaterThan(15);
    for (const { method, path, status, body } of contract.examples) {
      const url = `https://api.twilio.com${path}`
        .replace('{AccountSid}', accountSid)
        .replace('{MessageSid}', sid)
        .replace('Media/{Sid}', `Media/${mediaSid}`)
        .replace('{Sid}', sid);
      expect(contract.checkAnswer(method, url, status, body)).toEqual([]);
    }
  });

  const request = (form: string, url = messagesUrl, type = 'application/x-www-form-urlencoded') =>
    new Request(url, { method: 'POST', headers: { 'content-type': type }, body: form });
  const to = 'To=%2B14155550100';
  const good = `${to}&From=%2B14155550123&Body=a`;

  it('accepts a good form', async () => {
    expect(await contract.checkRequest(request(good))).toEqual([]);
  });

  it.each([
    ['no sender', `${to}&Body=a`, /From, MessagingServiceSid/],
    ['nothing to say', `${to}&From=12345`, /Body, MediaUrl, ContentSid/],
    ['nobody', 'From=12345&Body=a', /To/],
    ['an unknown field', `${good}&Text=b`, /Text is not in the contract/],
    ['a field in another case', `${good}&mediaUrl=b`, /mediaUrl is not in the contract/],
    ['a field twice', `${good}&Body=b`, /given 2 times/],
    ['a number that is none', `${good}&ValidityPeriod=soon`, /ValidityPeriod/],
    ['a truth that is none', `${good}&SmartEncoded=yes`, /SmartEncoded/],
    ['another word', `${good}&RiskCheck=maybe`, /RiskCheck/],
    ['a wrong sid', `${good}&ContentSid=HX1`, /ContentSid/],
    ['a wrong time', `${good}&SendAt=tomorrow`, /SendAt/],
    ['a recipient of no form', 'To=me&From=!&Body=a', /From/],
  ])('refuses %s', async (_, form, words) => {
    expect((await contract.checkRequest(request(form))).join('\n')).toMatch(words);
  });

  it.each([
    ['a wrong account', request(good, messagesUrl.replace(accountSid, 'AC1')), /AccountSid/],
    [
      'another path',
      request(good, `${api}/Accounts/${accountSid}/Mail.json`),
      /not in the contract/,
    ],
    ['JSON', request(good, messagesUrl, 'application/json'), /content-type/],
    ['an unknown filter', new Request(`${messagesUrl}?Limit=1`), /Limit is not in the contract/],
    ['a large page', new Request(`${messagesUrl}?PageSize=1001`), /PageSize/],
    ['a wrong day', new Request(`${messagesUrl}?DateSent=today`), /DateSent/],
  ])('refuses a request with %s', async (_, wrong, words) => {
    expect((await contract.checkRequest(wrong)).join('\n')).toMatch(words);
  });

  const { sid: _sid, ...withoutSid } = messageAnswer();
  it.each([
    ['a missing field', 201, withoutSid, /sid/],
    ['an unknown field', 201, messageAnswer({ segments: 1 }), /segments/],
    ['segments as a number', 201, messageAnswer({ num_segments: 1 }), /num_segments/],
    ['another status word', 201, messageAnswer({ status: 'gone' }), /status/],
    ['an ISO date', 201, messageAnswer({ date_created: '2026-01-02T03:04:05Z' }), /date_created/],
    ['another status', 200, messageAnswer(), /no answer 200/],
  ])('refuses an answer with %s', (_, status, body, words) => {
    expect(contract.checkAnswer('POST', messagesUrl, status, body).join('\n')).toMatch(words);
  });

  it('holds what a page lists to the same', () => {
    const page = pageAnswer('messages', [messageAnswer({ segments: 1 })]);
    expect(contract.checkAnswer('GET', messagesUrl, 200, page).join()).toMatch(/segments/);
  });
});
