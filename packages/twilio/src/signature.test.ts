import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signRequest, validateSignature } from './index.ts';

const { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } = twilio;

const authToken = '12345';
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const params = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

beforeEach(() => vi.stubEnv('TWILIO_AUTH_TOKEN', ''));
afterEach(() => vi.unstubAllEnvs());

describe('the vector of Twilio’s own documents', () => {
  it('is signed', async () => {
    expect(await signRequest({ authToken, url, params })).toEqual({ url, signature });
  });

  it('is valid, in whatever form the parameters come', async () => {
    for (const given of [params, new URLSearchParams(params), Object.entries(params).reverse()])
      expect(await validateSignature({ authToken, signature, url, params: given })).toBe(true);
  });

  it.each([
    ['another token', { authToken: '12346' }],
    ['another path', { url: url.replace('myapp', 'yourapp') }],
    ['another value', { params: { ...params, Digits: '1235' } }],
    ['one more value', { params: { ...params, Extra: '' } }],
    ['no parameters', { params: {} }],
    ['another signature', { signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B9=' }],
    ['half a signature', { signature: signature.slice(0, 12) }],
    ['what is no base64', { signature: '§' }],
    ['an empty signature', { signature: '' }],
    ['no signature', { signature: null }],
    ['another port', { url: url.replace('.com', '.com:8443') }],
  ])('is not valid with %s', async (_, change) => {
    expect(await validateSignature({ authToken, signature, url, params, ...change })).toBe(false);
  });
});

it('takes the token of the environment, and none is an error, never a yes', async () => {
  const missing = { code: 'MISSING_CREDENTIALS', field: 'authToken' };
  await expect(validateSignature({ signature, url, params })).rejects.toMatchObject(missing);
  await expect(signRequest({ url, params, authToken: '' })).rejects.toMatchObject(missing);
  vi.stubEnv('TWILIO_AUTH_TOKEN', authToken);
  expect(await validateSignature({ signature, url, params })).toBe(true);
});

describe('a JSON body', () => {
  const body = '{"event":"전달됨"}';
  const signed = () => signRequest({ authToken, url: 'https://example.com/hook?a=1', body });

  it('is held by its hash in the address', async () => {
    const { url: called, signature: own } = await signed();
    expect(called).toMatch(/^https:\/\/example\.com\/hook\?a=1&bodySHA256=[0-9a-f]{64}$/);
    const check = { authToken, signature: own, url: called };
    expect(await validateSignature({ ...check, body })).toBe(true);
    expect(await validateSignature({ ...check, body: new TextEncoder().encode(body) })).toBe(true);
    expect(await validateSignature({ ...check, body: `${body} ` })).toBe(false);
    // A hash without its body, and a body without its hash.
    expect(await validateSignature(check)).toBe(false);
    const plain = await signRequest({ authToken, url: 'https://example.com/hook' });
    expect(await validateSignature({ authToken, ...plain, body })).toBe(false);
  });
});

describe('the official package', () => {
  // Mulberry32: the same cases in every run.
  let state = 20_260_728;
  const random = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item;
  const characters = [...'abcXYZ019 +&=%_-./?#\'"\n\t가나다한글😀é~'];
  const text = (longest: number) =>
    Array.from({ length: random(longest) }, () => pick(characters)).join('');

  const cases = Array.from({ length: 500 }, () => {
    const port = pick(['', '', ':443', ':80', ':8443', ':3000']);
    const query = pick(['', '', '?a=1&b=2', "?q=it's+here", '?e=%EA%B0%80&f=%27', '?']);
    const host = pick(['example.com', 'hooks.example.co.kr', '203.0.113.7']);
    const path = pick(['/', '/status', '/a/b%20c.php', '/~user/']);
    const names = Array.from(
      { length: random(8) },
      () => `${pick(['To', 'From', 'Z', 'a'])}${text(4)}`,
    );
    return {
      authToken: `token${random(1000)}`,
      url: `${pick(['https', 'http'])}://${host}${port}${path}${query}`,
      params: Object.fromEntries(
        names.map((name) => [
          name,
          random(4) === 0 ? Array.from({ length: random(5) }, () => text(3)) : text(20),
        ]),
      ),
    };
  });

  it('signs as we do, and takes what we sign', async () => {
    for (const one of cases) {
      const ours = await signRequest(one);
      const theirs = getExpectedTwilioSignature(one.authToken, one.url, one.params);
      expect(ours.signature).toBe(theirs);
      expect(validateRequest(one.authToken, ours.signature, one.url, one.params)).toBe(true);
    }
  });

  it('signs what we take, with the port or without', async () => {
    for (const one of cases) {
      const standard = one.url.startsWith('https') ? ':443' : ':80';
      const bare = one.url.replace(`${standard}/`, '/');
      const full = /:\d+\//.test(bare) ? bare : bare.replace(/(\w)\//, `$1${standard}/`);
      for (const called of [bare, full]) {
        const theirs = getExpectedTwilioSignature(one.authToken, called, one.params);
        expect(await validateSignature({ ...one, signature: theirs })).toBe(true);
        expect(await validateSignature({ ...one, authToken: 'other', signature: theirs })).toBe(
          false,
        );
      }
    }
  });

  it('takes our JSON bodies, and we take theirs', async () => {
    for (const one of cases) {
      const body = JSON.stringify(one.params);
      const ours = await signRequest({ authToken: one.authToken, url: one.url, body });
      expect(validateRequestWithBody(one.authToken, ours.signature, ours.url, body)).toBe(true);
      const signed = getExpectedTwilioSignature(one.authToken, ours.url, {});
      const check = { authToken: one.authToken, url: ours.url, body, signature: signed };
      expect(await validateSignature(check)).toBe(true);
    }
  });
});
