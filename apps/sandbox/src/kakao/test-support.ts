import { createHash } from 'node:crypto';
import type { Sandbox, StartOptions } from '../options.ts';
import type { KakaoSeed, KakaoUser } from '../seed/seed.ts';
import type { Answer } from '../test-support.ts';
import { ask, startTestSandbox } from '../test-support.ts';

export const redirectUri = 'https://app.example/auth/callback';
export const app = {
  clientId: 'test-rest-api-key',
  clientSecret: 'test-client-secret-0123456789',
  name: '테스트 <앱>',
  redirectUris: [redirectUri, 'https://app.example/friends/callback'],
} as const;

const joined = ['openid', 'profile_nickname', 'talk_message', 'friends'] as const;
/** 서연 is new, 도윤 joined before; the others are friends with something wrong, named for it. */
export const users: readonly KakaoUser[] = [
  {
    id: 1,
    nickname: '서연',
    image: 'https://img.example/1.png',
    phone: '010-1111-0001',
    friends: [{ id: 2, favorite: true }, { id: 3 }, { id: 4 }, { id: 5 }, { id: 6 }, { id: 7 }],
  },
  { id: 2, nickname: '도윤', agreed: joined, friends: [{ id: 1 }, { id: 3 }] },
  { id: 3, nickname: '가을', agreed: joined },
  { id: 4, nickname: '막음', agreed: joined, fails: -530 },
  { id: 5, nickname: '넘침', agreed: joined, fails: -533 },
  { id: 6, nickname: '숨음', agreed: ['profile_nickname'] },
  { id: 7, nickname: '없음' },
  { id: 8, nickname: '남남', agreed: joined },
];

export function startKakao(more: KakaoSeed = {}, options: StartOptions = {}) {
  return startTestSandbox({ ...options, seed: { kakao: { apps: [app], users, ...more } } });
}

export type Fields = Readonly<Record<string, string | undefined>>;

function encode(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return String(new URLSearchParams(given as [string, string][]));
}

const verifier = 'a-verifier-of-more-than-forty-three-characters-0123';
const challenge = createHash('sha256').update(verifier).digest('base64url');

/** The query an app asks with; `undefined` leaves a field out. */
export function authorizePath(more: Fields = {}): string {
  return `/oauth/authorize?${encode({
    client_id: app.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid,profile_nickname,talk_message,friends',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })}`;
}

/** One form, and the answer itself: a redirect is not followed. */
export async function postForm(
  sandbox: Sandbox,
  path: string,
  fields: Fields | readonly (readonly [string, string])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = Array.isArray(fields)
    ? String(new URLSearchParams(fields as [string, string][]))
    : encode(fields as Fields);
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return fetch(sandbox.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...type, ...headers },
    body,
  });
}

/** Where the browser would have gone. */
export async function authorize(
  sandbox: Sandbox,
  user: string,
  more: Fields = {},
  scopes?: readonly string[],
): Promise<URL> {
  const url = sandbox.url + authorizePath(more);
  const { json } = await ask(sandbox, 'POST', '/_sandbox/kakao/authorize', { url, user, scopes });
  if (json.location === undefined) throw new Error(JSON.stringify(json));
  return new URL(json.location);
}

export async function codeFor(sandbox: Sandbox, user: string, more: Fields = {}): Promise<string> {
  return (await authorize(sandbox, user, more)).searchParams.get('code') ?? '';
}

export async function postToken(sandbox: Sandbox, fields: Fields): Promise<Answer> {
  const response = await postForm(sandbox, '/oauth/token', {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    ...fields,
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

export function exchange(sandbox: Sandbox, code: string, more: Fields = {}): Promise<Answer> {
  const fields = { redirect_uri: redirectUri, code, code_verifier: verifier };
  return postToken(sandbox, { grant_type: 'authorization_code', ...fields, ...more });
}

export function refresh(sandbox: Sandbox, token: string, more: Fields = {}): Promise<Answer> {
  return postToken(sandbox, { grant_type: 'refresh_token', refresh_token: token, ...more });
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
}

export async function logIn(
  sandbox: Sandbox,
  user: string,
  more: Fields = {},
  scopes?: readonly string[],
): Promise<Tokens> {
  const url = await authorize(sandbox, user, more, scopes);
  const { status, json } = await exchange(sandbox, url.searchParams.get('code') ?? '', {
    client_id: more.client_id ?? app.clientId,
    client_secret: more.client_secret ?? app.clientSecret,
    redirect_uri: more.redirect_uri ?? redirectUri,
  });
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json;
}

/** One call to kapi: a form, or a query where there is none. */
export async function call(
  sandbox: Sandbox,
  token: string,
  method: 'GET' | 'POST',
  path: string,
  fields: Fields = {},
): Promise<Answer> {
  const headers = { Authorization: `Bearer ${token}` };
  const query = encode(fields);
  const response =
    method === 'POST'
      ? await postForm(sandbox, path, fields, headers)
      : await fetch(`${sandbox.url}${path}${query && `?${query}`}`, { headers });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

export const link = { web_url: 'https://app.example/a', mobile_web_url: 'https://m.app.example/a' };

export function textTemplate(text: string, more: object = {}): string {
  return JSON.stringify({ object_type: 'text', text, link, ...more });
}

export function sendMemo(sandbox: Sandbox, token: string, template: string): Promise<Answer> {
  const fields = { template_object: template };
  return call(sandbox, token, 'POST', '/v2/api/talk/memo/default/send', fields);
}

export function sendToFriends(
  sandbox: Sandbox,
  token: string,
  uuids: readonly string[],
  text = '안녕',
): Promise<Answer> {
  return call(sandbox, token, 'POST', '/v1/api/talk/friends/message/default/send', {
    receiver_uuids: JSON.stringify(uuids),
    template_object: textTemplate(text),
  });
}
