import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  failure,
  json,
  kakaoServer,
  signingKey,
  signWithSecret,
  unsigned,
} from '../test-support/index.ts';
import { createKakaoOAuth } from './index.ts';

const { auth } = kakaoServer();
type Key = Awaited<ReturnType<typeof signingKey>>;
let [key, otherKey]: Key[] = [];
beforeAll(async () => {
  [key, otherKey] = await Promise.all([signingKey('key-1'), signingKey('key-2')]);
});
const keyOf = (one: Key | undefined) => one as Key;

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
const claims = (change: object = {}) => ({
  iss: 'https://kauth.kakao.com',
  aud: 'rest-key',
  sub: '2632890179',
  iat: seconds(-10),
  exp: seconds(3600),
  nonce: 'nonce-1',
  nickname: '홍길동',
  ...change,
});

function verifier(keys: () => Key[] = () => [keyOf(key)]) {
  const requests = auth(() => json({ keys: keys().map(({ publicKey }) => publicKey) }));
  const oauth = createKakaoOAuth({ clientId: 'rest-key' });
  const verify = (token: string, nonce = 'nonce-1') => oauth.verifyIdToken(token, { nonce });
  return { requests, verify };
}

async function reasonOf(token: string): Promise<unknown> {
  const error = await failure(verifier().verify(token));
  expect(error.code).toBe('AUTHENTICATION_FAILED');
  expect(error.message + JSON.stringify(error)).not.toContain(token.split('.')[1] || 'nothing');
  return error.details?.reason;
}

it('tells who logged in', async () => {
  const { verify, requests } = verifier();
  expect(await verify(await keyOf(key).sign(claims()))).toMatchObject({
    sub: '2632890179',
    nickname: '홍길동',
    picture: null,
    claims: { nonce: 'nonce-1' },
  });
  expect(requests[0]?.url.href).toBe('https://kauth.kakao.com/.well-known/jwks.json');
});

it.each([
  ['of another issuer', { iss: 'https://kauth.kakao.com.evil.example' }, 'issuer'],
  ['without an issuer', { iss: undefined }, 'issuer'],
  ['for another app', { aud: 'other-key' }, 'audience'],
  ['for this app among others', { aud: ['rest-key', 'other-key'] }, 'audience'],
  ['that is over', { exp: seconds(-31) }, 'expired'],
  ['without an end', { exp: undefined }, 'expired'],
  ['whose end is no number', { exp: '9999999999' }, 'expired'],
  ['of the future', { iat: seconds(60) }, 'issued'],
  ['of another login', { nonce: 'nonce-2' }, 'nonce'],
  ['without the nonce', { nonce: undefined }, 'nonce'],
  ['of nobody', { sub: '' }, 'subject'],
])('refuses a token %s', async (_, change, reason) => {
  expect(await reasonOf(await keyOf(key).sign(claims(change)))).toBe(reason);
});

it('allows the clocks to be a little apart', async () => {
  const token = await keyOf(key).sign(claims({ exp: seconds(-15), iat: seconds(15) }));
  expect(await verifier().verify(token)).toMatchObject({ sub: '2632890179' });
});

describe('refuses a forged token', () => {
  it('signed with nothing', async () => {
    for (const alg of ['none', 'None', 'RS256'])
      expect(await reasonOf(unsigned(claims(), { alg, kid: 'key-1' }))).toMatch(
        alg === 'RS256' ? 'signature' : 'algorithm',
      );
  });

  it('signed by HS256 with the public key as the secret', async () => {
    const { spki, publicKey } = keyOf(key);
    const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString('base64')}\n-----END PUBLIC KEY-----\n`;
    const secrets = [spki, new TextEncoder().encode(pem), new TextEncoder().encode(publicKey.n)];
    for (const secret of secrets)
      for (const alg of ['HS256', 'RS256']) {
        const token = await signWithSecret(claims(), { alg, kid: 'key-1' }, secret);
        expect(await reasonOf(token)).toBe(alg === 'HS256' ? 'algorithm' : 'signature');
      }
  });

  it('signed with another key under the name of Kakao’s', async () => {
    const token = await keyOf(otherKey).sign(claims(), { kid: 'key-1' });
    expect(await reasonOf(token)).toBe('signature');
  });

  it('that brings its own key', async () => {
    const jwk = keyOf(otherKey).publicKey;
    for (const header of [{ jwk, kid: undefined }, { jku: 'https://evil.example/jwks.json' }, {}])
      expect(await reasonOf(await keyOf(otherKey).sign(claims(), header))).toBe('key');
  });

  it('whose claims were changed after it was signed', async () => {
    const [header, , signature] = (await keyOf(key).sign(claims())).split('.');
    const [, changed] = unsigned(claims({ sub: 'admin' }), {}).split('.');
    expect(await reasonOf([header, changed, signature].join('.'))).toBe('signature');
  });

  it('with extensions that we do not know', async () => {
    const token = await keyOf(key).sign(claims(), { crit: ['b64'], b64: false });
    expect(await reasonOf(token)).toBe('algorithm');
  });

  it.each([
    '',
    'no-token',
    'aaaa.bbbb',
    '!!.!!.!!',
    `${btoa('[1]')}.xxxx.yyyy`,
    'aaaa.bbbb.cccc.dddd',
  ])('of the form %s', async (token) => {
    expect(await reasonOf(token)).toMatch(/form|algorithm/);
  });
});

describe('keys', () => {
  it('are fetched once for many tokens', async () => {
    const { verify, requests } = verifier();
    const token = await keyOf(key).sign(claims());
    await Promise.all(Array.from({ length: 10 }, () => verify(token)));
    await verify(token);
    expect(requests).toHaveLength(1);
  });

  it('are fetched again where a new one is named, at most once a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const known = [keyOf(key)];
    const { verify, requests } = verifier(() => known);
    const [old, fresh] = [await keyOf(key).sign(claims()), await keyOf(otherKey).sign(claims())];
    await verify(old);
    for (let index = 0; index < 5; index++) await failure(verify(fresh));
    expect(requests).toHaveLength(1);

    known.push(keyOf(otherKey));
    vi.setSystemTime(Date.now() + 61_000);
    await verify(fresh);
    expect(requests).toHaveLength(2);
  });

  it('that Kakao took back are not believed for more than a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let known = [keyOf(key)];
    const { verify } = verifier(() => known);
    await verify(await keyOf(key).sign(claims()));
    known = [keyOf(otherKey)];
    vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1000);
    const error = await failure(verify(await keyOf(key).sign(claims())));
    expect(error.details?.reason).toBe('key');
  });

  it('of another kind or use are left aside', async () => {
    const { publicKey, sign } = keyOf(key);
    const keys = [
      { ...publicKey, use: 'enc' },
      { ...publicKey, kty: 'EC' },
      { kid: 'key-1' },
      null,
    ];
    auth(() => json({ keys }));
    const oauth = createKakaoOAuth({ clientId: 'rest-key' });
    const error = await failure(oauth.verifyIdToken(await sign(claims())));
    expect(error.details?.reason).toBe('key');
  });

  it('that cannot be had are an error of the network, and are asked for again', async () => {
    const token = await keyOf(key).sign(claims());
    const answers = [json({ error: 'x' }, 404), json({ keys: [keyOf(key).publicKey] })];
    auth((_, count) => (answers[count - 1] as Response).clone());
    const oauth = createKakaoOAuth({ clientId: 'rest-key' });
    expect((await failure(oauth.verifyIdToken(token))).status).toBe(404);
    expect(await oauth.verifyIdToken(token)).toMatchObject({ sub: '2632890179' });
  });
});
