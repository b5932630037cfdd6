import {
  createKakaoClient,
  createKakaoOAuth,
  createMemoryTokenStore,
  readCallback,
} from '@jeonbo/kakao-client';
import type { KakaoContext } from '../kakao/context.ts';
import { kakaoToolset } from '../kakao/toolset.ts';
import { callerOf, createGround, type GroundOptions } from './ground.ts';

export const clientSecret = 'kakao-test-secret-0123456789';
const account = '3000000001';
export const origin = 'https://jeonbo.example';
export const memoPath = '/v2/api/talk/memo/default/send';
export const friendsPath = '/v1/api/talk/friends/message/default/send';

export const everything = ['profile_nickname', 'talk_message', 'friends'];

export interface KakaoBenchOptions extends GroundOptions {
  readonly context?: Partial<KakaoContext>;
  /** Without a public address there are no pages, and a touch on a text leads nowhere. Default: with one. */
  readonly isPublic?: boolean;
  /** What the person agreed to. Default: everything. */
  readonly scopes?: readonly string[];
}

/**
 * The real tools and the real client of a person who logged in, before a sandbox without a socket; time stands still
 * until told otherwise. 김서연 has friends who take messages and some who do not.
 */
export async function createKakaoBench(options: KakaoBenchOptions = {}) {
  const { common, ...ground } = createGround(options, [clientSecret]);
  const { sandbox } = ground;
  const kakaoOptions = {
    clientId: 'kakao-test-rest-api-key',
    clientSecret,
    authBaseUrl: sandbox.url,
    apiBaseUrl: sandbox.url,
    fetch: sandbox.fetch,
  };
  const tokens = createMemoryTokenStore();
  const oauth = createKakaoOAuth(kakaoOptions);
  const redirectUri = 'http://localhost:3000/auth/callback';

  /** As in a browser: the person agrees to these scopes and no others. */
  const logIn = async (scopes: readonly string[]) => {
    const login = await oauth.createAuthorization({ redirectUri, scopes });
    const answer = await sandbox.fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
      method: 'POST',
      body: JSON.stringify({ url: login.url, user: '김서연', scopes }),
    });
    const { location } = (await answer.json()) as { location: string };
    const { code } = readCallback(location, login);
    const { nonce: _, ...exchange } = { ...login, code, redirectUri };
    await tokens.set(account, (await oauth.exchangeCode(exchange)).tokens);
  };
  await logIn(options.scopes ?? everything);

  const published: string[] = [];
  const pages = {
    async publish(text: string) {
      published.push(text);
      return `${origin}/m/page-${published.length}`;
    },
  };
  const context: KakaoContext = {
    ...common,
    kakao: createKakaoClient({ ...kakaoOptions, tokens, account }),
    account,
    ...(options.isPublic !== false && { pages, link: origin }),
    ...options.context,
  };
  const toolset = kakaoToolset(common.guard);
  const call = callerOf(toolset, context);

  /** Every friend by nickname, those who are not listed too. */
  const uuidOf = async (nickname: string) => {
    for await (const friend of context.kakao.friends.list())
      if (friend.profileNickname === nickname) return friend.uuid;
    throw new Error(`${nickname} is no friend.`);
  };
  /** What left for KakaoTalk, in the order of time. */
  const sent = () =>
    sandbox
      .exchanges()
      .filter(({ request: { path } }) => path === memoPath || path === friendsPath)
      .map(({ request: { path, body } }) => {
        const form = new URLSearchParams(body);
        return {
          path,
          to: JSON.parse(form.get('receiver_uuids') ?? '"me"') as 'me' | string[],
          template: JSON.parse(form.get('template_object') ?? '{}') as Record<string, unknown>,
        };
      });
  return { ...ground, context, toolset, call, logIn, uuidOf, published, sent };
}
