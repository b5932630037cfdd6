import { describe, expect, it, vi } from 'vitest';
import {
  failure,
  kakaoServer,
  refreshRefused,
  refusal,
  sentToAll,
  sentToMe,
  tokenAnswer,
  tokenOver,
} from '../test-support/index.ts';
import {
  createKakaoClient,
  createMemoryTokenStore,
  type KakaoTokens,
  textTemplate,
} from './index.ts';
import type { KakaoClientOptions } from './types.ts';

const { api, auth } = kakaoServer();
const tokens: KakaoTokens = {
  accessToken: 'access-1',
  accessTokenExpiresAt: null,
  refreshToken: 'refresh-1',
  refreshTokenExpiresAt: null,
  scopes: ['openid'],
};
const template = textTemplate({ text: '안녕하세요', link: {} });

async function loggedIn(change: Partial<KakaoTokens> = {}, options: KakaoClientOptions = {}) {
  const store = createMemoryTokenStore();
  await store.set('user-7', { ...tokens, ...change });
  const client = (more: KakaoClientOptions = {}) =>
    createKakaoClient({
      clientId: 'rest-key',
      clientSecret: 'client-secret',
      tokens: store,
      account: 'user-7',
      ...options,
      ...more,
    });
  return { store, client, kakao: client() };
}

const bearer = ({ headers }: { headers: Headers }) => headers.get('authorization');
const unlessNew =
  (answer: () => Response) =>
  ({ headers }: { headers: Headers }) =>
    headers.get('authorization') === 'Bearer access-2' ? answer() : tokenOver();

describe('a token that is over', () => {
  it('is renewed once and the read sent again', async () => {
    const renewals = auth(() => tokenAnswer());
    const reads = api(unlessNew(() => Response.json({ elements: [], total_count: 0 })));
    const { kakao } = await loggedIn();
    expect(await kakao.friends.page()).toEqual({ friends: [], totalCount: 0 });
    expect(reads.map(bearer)).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(Object.fromEntries(renewals[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'rest-key',
      client_secret: 'client-secret',
    });
  });

  it('is renewed once and the send sent again: Kakao refused it before it processed it', async () => {
    auth(() => tokenAnswer());
    const sends = api(unlessNew(sentToMe));
    const { kakao } = await loggedIn();
    await kakao.memo.sendDefault(template);
    expect(sends).toHaveLength(2);
    expect(String(sends[1]?.form)).toBe(String(sends[0]?.form));
  });

  it('is not tried where our clock says that it is over', async () => {
    const renewals = auth(() => tokenAnswer());
    const sends = api(sentToMe);
    const { kakao } = await loggedIn({ accessTokenExpiresAt: Date.now() - 1 });
    await kakao.memo.sendDefault(template);
    expect(renewals).toHaveLength(1);
    expect(sends.map(bearer)).toEqual(['Bearer access-2']);
  });

  it('that stays refused ends after one renewal', async () => {
    const renewals = auth(() => tokenAnswer());
    const sends = api(tokenOver);
    const { kakao } = await loggedIn();
    const error = await failure(kakao.memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', mayHaveBeenSent: false });
    expect([renewals.length, sends.length]).toEqual([1, 2]);
  });

  it.each([
    ['an age', refusal(-406, 401)],
    [
      'a wrong address',
      Response.json({ code: -401, msg: 'ip mismatched! callerIp=1.2.3.4' }, { status: 401 }),
    ],
    ['a consent', refusal(-402, 403, { required_scopes: ['friends'] })],
    ['somebody who left', refusal(-101)],
  ])('is not renewed for %s', async (_, answer) => {
    const renewals = auth(() => tokenAnswer());
    const sends = api(() => answer.clone());
    const { kakao } = await loggedIn();
    await failure(kakao.memo.sendDefault(template));
    expect([renewals.length, sends.length]).toEqual([0, 1]);
  });

  it('that was handed in alone is an error', async () => {
    const sends = api(tokenOver);
    const kakao = createKakaoClient({ accessToken: 'access-1' });
    const error = await failure(kakao.memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', providerCode: '-401' });
    expect(sends).toHaveLength(1);
  });
});

describe('a renewal', () => {
  const renewed = async (answer: object) => {
    auth(() => tokenAnswer(answer));
    api(unlessNew(sentToMe));
    const { kakao, store } = await loggedIn({
      refreshTokenExpiresAt: 4_000_000_000_000,
      scopes: ['openid', 'friends'],
    });
    const before = Date.now();
    await kakao.memo.sendDefault(template);
    return { before, kept: await store.get('user-7') };
  };

  it('keeps the old refresh token, its end and the scopes where none come back', async () => {
    const { kept } = await renewed({
      refresh_token: undefined,
      refresh_token_expires_in: undefined,
      scope: undefined,
    });
    expect(kept).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-1',
      refreshTokenExpiresAt: 4_000_000_000_000,
      scopes: ['openid', 'friends'],
    });
  });

  it('takes a new refresh token over the old one, which is dead', async () => {
    const { kept, before } = await renewed({ scope: 'openid,friends' });
    expect(kept).toMatchObject({ refreshToken: 'refresh-2', scopes: ['openid', 'friends'] });
    expect(kept?.refreshTokenExpiresAt).toBeGreaterThanOrEqual(before + 5_183_999_000);
  });

  it.each([
    [21_599, 21_599_000],
    ['60', 60_000],
    [undefined, null],
  ])('with expires_in %o keeps the time it ends, never an assumed one', async (seconds, later) => {
    const { kept, before } = await renewed({ expires_in: seconds });
    const end = kept?.accessTokenExpiresAt ?? null;
    if (later === null) expect(end).toBeNull();
    else {
      expect(end).toBeGreaterThanOrEqual(before + later);
      expect(end).toBeLessThan(before + later + 5_000);
    }
  });

  it('that Kakao refuses says what to do, and is not asked for again', async () => {
    const renewals = auth(refreshRefused);
    const sends = api(tokenOver);
    const { kakao, store } = await loggedIn();
    const error = await failure(kakao.memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', providerCode: 'KOE322' });
    expect(error.message).toContain('log in again');
    expect(error.mayHaveBeenSent).toBe(false);
    await failure(kakao.memo.sendDefault(template));
    expect([renewals.length, sends.length]).toEqual([1, 2]);
    expect(await store.get('user-7')).toMatchObject({ refreshToken: null });
  });

  it('that fails for another reason costs no login', async () => {
    const wrongSecret = { error: 'invalid_client', error_code: 'KOE010' };
    for (const answer of [
      Response.json(wrongSecret, { status: 401 }),
      new Response('', { status: 503 }),
    ]) {
      auth(() => answer.clone());
      api(tokenOver);
      const { kakao, store } = await loggedIn();
      const error = await failure(kakao.memo.sendDefault(template));
      expect(error.mayHaveBeenSent).toBe(false);
      expect(await store.get('user-7')).toEqual(tokens);
    }
  });

  it('tells no token and no secret', async () => {
    const hooks: unknown[] = [];
    const note = (info: unknown) => hooks.push(info);
    auth(() =>
      Response.json(
        {
          error: 'invalid_grant',
          error_description: 'bad refresh-1 of client-secret',
          error_code: 'KOE322',
        },
        { status: 400 },
      ),
    );
    api(tokenOver);
    const { kakao } = await loggedIn({}, { onRequest: note, onResponse: note, onRetry: note });
    const error = await failure(kakao.memo.sendDefault(template));
    expect(hooks.length).toBeGreaterThan(2);
    expect(JSON.stringify([error, error.message, hooks])).not.toMatch(
      /refresh-1|access-1|client-secret/,
    );
  });
});

describe('20 calls at once', () => {
  it.each([
    ['of one client', 1],
    ['of 20 clients on one store', 20],
  ])('%s make one renewal', async (_, clients) => {
    const renewals = auth(() => tokenAnswer());
    const sends = api((asked) =>
      unlessNew(asked.url.pathname.includes('memo') ? sentToMe : () => sentToAll(asked))(asked),
    );
    const { client } = await loggedIn();
    const each = Array.from({ length: clients }, () => client());
    const calls = Array.from({ length: 20 }, (_, index) => {
      const kakao = each[index % clients] ?? client();
      return index % 2
        ? kakao.memo.sendDefault(template)
        : kakao.friends.sendDefault({ receiverUuids: ['friend'], template });
    });
    await Promise.all(calls);
    expect(renewals).toHaveLength(1);
    expect(sends.filter((asked) => bearer(asked) === 'Bearer access-2')).toHaveLength(20);
  });

  it('ask once where the renewal is refused, and all hear of it', async () => {
    const renewals = auth(refreshRefused);
    api(tokenOver);
    const { kakao } = await loggedIn();
    const calls = Array.from({ length: 20 }, () => failure(kakao.memo.sendDefault(template)));
    const codes = new Set((await Promise.all(calls)).map(({ code }) => code));
    expect([...codes]).toEqual(['AUTHENTICATION_FAILED']);
    expect(renewals).toHaveLength(1);
  });

  it('of two people are renewed apart', async () => {
    auth(({ form }) => tokenAnswer({ access_token: `new-${form.get('refresh_token')}` }));
    const sends = api((asked) => (/new-/.test(bearer(asked) ?? '') ? sentToMe() : tokenOver()));
    const { store, client, kakao } = await loggedIn();
    await store.set('user-8', { ...tokens, accessToken: 'other', refreshToken: 'refresh-8' });
    const other = createKakaoClient({ clientId: 'rest-key', tokens: store, account: 'user-8' });
    await Promise.all([kakao.memo.sendDefault(template), other.memo.sendDefault(template)]);
    await client().memo.sendDefault(template);
    expect(
      sends
        .map(bearer)
        .filter((value) => value?.includes('new'))
        .sort(),
    ).toEqual(['Bearer new-refresh-1', 'Bearer new-refresh-1', 'Bearer new-refresh-8']);
  });
});

it('a logout that never reached Kakao is none: a wrong secret leaves the login there', async () => {
  const wrongSecret = { error: 'invalid_client', error_code: 'KOE010' };
  auth(() => Response.json(wrongSecret, { status: 401 }));
  api(tokenOver);
  const { kakao, store } = await loggedIn();
  const error = await failure(kakao.user.logout());
  expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', providerCode: 'KOE010' });
  expect(await store.get('user-7')).toEqual(tokens);
});

it('a logout of a login that Kakao has ended forgets it', async () => {
  auth(refreshRefused);
  api(tokenOver);
  const { kakao, store } = await loggedIn();
  await kakao.user.logout();
  expect(await store.get('user-7')).toBeUndefined();
});

describe('a store that fails', () => {
  const broken = async () => {
    throw new Error('the database is gone');
  };

  it('is not a message that may have been sent', async () => {
    const sends = api(sentToAll);
    const { client, store } = await loggedIn();
    const kakao = client({ tokens: { ...store, get: broken } });
    const sending = kakao.friends.sendDefault({ receiverUuids: ['friend'], template });
    const error = await failure(sending);
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', mayHaveBeenSent: false });
    expect(error.receipt?.unknown).toEqual([]);
    expect(sends).toEqual([]);
  });

  it('in a renewal neither: Kakao refused the send', async () => {
    api(tokenOver);
    const { client, store } = await loggedIn();
    const kakao = client({ tokens: { ...store, update: broken } });
    const error = await failure(kakao.memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', mayHaveBeenSent: false });
  });
});

it('a caller that gives up cancels no renewal that others wait for', async () => {
  const caller = new AbortController();
  auth(() => {
    caller.abort();
    return tokenAnswer();
  });
  const sends = api(unlessNew(sentToMe));
  const { kakao, store } = await loggedIn();
  const error = await failure(kakao.memo.sendDefault(template, { signal: caller.signal }));
  expect(error).toMatchObject({ code: 'CANCELED', mayHaveBeenSent: false });
  expect(sends).toHaveLength(1);
  expect(await store.get('user-7')).toMatchObject({ accessToken: 'access-2' });
});

it('nobody logged in is told before any request', async () => {
  const sends = api(sentToMe);
  vi.stubEnv('KAKAO_CLIENT_ID', 'rest-key');
  for (const options of [{}, { tokens: createMemoryTokenStore() }]) {
    const error = await failure(createKakaoClient(options).memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'MISSING_CREDENTIALS', field: 'tokens' });
  }
  expect(sends).toEqual([]);
});
