import { expect, it, vi } from 'vitest';
import {
  all,
  failure,
  json,
  kakaoServer,
  refusal,
  sentToAll,
  sentToMe,
  tokenAnswer,
} from '../test-support/index.ts';
import {
  createKakaoClient,
  createKakaoOAuth,
  createMemoryTokenStore,
  type KakaoTokens,
  textTemplate,
} from './index.ts';

// What the older server got wrong, as far as a client can: spec/kakao.md, last section.

const { api, auth } = kakaoServer();
const template = textTemplate({ text: '안녕하세요', link: {} });
const tokensOf = (accessToken: string): KakaoTokens => ({
  accessToken,
  accessTokenExpiresAt: null,
  refreshToken: `refresh-of-${accessToken}`,
  refreshTokenExpiresAt: null,
  scopes: [],
});

it('one friends token in the environment served all users: here each account has its own', async () => {
  vi.stubEnv('KAKAO_FRIENDS_TOKEN', 'of-somebody');
  vi.stubEnv('KAKAO_ACCESS_TOKEN', 'of-somebody');
  const requests = api(() => json({ elements: [], total_count: 0 }));
  const tokens = createMemoryTokenStore();
  await tokens.set('a', tokensOf('access-a'));
  await tokens.set('b', tokensOf('access-b'));
  for (const account of ['a', 'b']) await createKakaoClient({ tokens, account }).friends.page();
  const error = await failure(createKakaoClient({ tokens, account: 'c' }).friends.page());
  expect(error.code).toBe('MISSING_CREDENTIALS');
  const used = requests.map(({ headers }) => headers.get('authorization'));
  expect(used).toEqual(['Bearer access-a', 'Bearer access-b']);
});

it('consent went to whoever came back: here a login carries state and PKCE, and tells who it was', async () => {
  api(() => refusal(-402, 403, { required_scopes: ['friends'] }));
  const kakao = createKakaoClient({ accessToken: 'access-a' });
  const error = await failure(kakao.friends.page());
  const oauth = createKakaoOAuth({ clientId: 'rest-key' });
  const consent = await oauth.createConsent(error, {
    redirectUri: 'https://example.com/friends/callback',
  });
  const query = new URL(consent.url).searchParams;
  expect(query.get('scope')).toBe('openid,friends');
  expect(query.get('state')).toBe(consent.state);
  expect(query.get('code_challenge_method')).toBe('S256');
});

it('a friend’s name was always Unknown: there is none, but a nickname', async () => {
  api(() => json({ elements: [{ uuid: 'x', profile_nickname: '길동' }], total_count: 1 }));
  const [friend] = await all(createKakaoClient({ accessToken: 'access-a' }).friends.list());
  expect(friend).toMatchObject({ profileNickname: '길동' });
  expect(friend).not.toHaveProperty('name');
});

it('friend_order=name is no value: refused before it is asked', async () => {
  const requests = api(() => json({ elements: [] }));
  const kakao = createKakaoClient({ accessToken: 'access-a' });
  const error = await failure(kakao.friends.page({ friendOrder: 'name' as never }));
  expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'friendOrder' });
  expect(requests).toEqual([]);
});

it('failure_info was taken for success: an HTTP 200 can be none', async () => {
  api(() => json({ failure_info: [{ code: -530, msg: 'blocked', receiver_uuids: ['x'] }] }));
  const kakao = createKakaoClient({ accessToken: 'access-a' });
  const receipt = await kakao.friends.sendDefault({ receiverUuids: ['x'], template });
  expect(receipt.outcome).toBe('none');
});

it('the refresh state lived in memory only: here another process on the same store knows', async () => {
  const renewals = auth(() => tokenAnswer());
  const sends = api((asked) =>
    asked.headers.get('authorization') === 'Bearer access-2'
      ? asked.url.pathname.includes('memo')
        ? sentToMe()
        : sentToAll(asked)
      : refusal(-401, 401),
  );
  const tokens = createMemoryTokenStore();
  await tokens.set('a', tokensOf('access-a'));
  const inOneProcess = () => createKakaoClient({ clientId: 'rest-key', tokens, account: 'a' });
  await inOneProcess().memo.sendDefault(template);
  await inOneProcess().friends.sendDefault({ receiverUuids: ['x'], template });
  expect([renewals.length, sends.length]).toEqual([1, 3]);
});

it('Kakao’s tokens went to clients as their own: here no result and no error holds one', async () => {
  const tokens = createMemoryTokenStore();
  await tokens.set('a', tokensOf('access-a'));
  const kakao = createKakaoClient({ tokens, account: 'a' });
  api(() => json({ result_code: 0, echo: 'access-a' }));
  const receipt = await kakao.memo.sendDefault(template);
  api(() => json({ code: -2, msg: 'access-a is no parameter' }, 400));
  const error = await failure(kakao.memo.sendDefault(template));
  expect(JSON.stringify([kakao, receipt, error, error.message])).not.toContain('access-a');
});
