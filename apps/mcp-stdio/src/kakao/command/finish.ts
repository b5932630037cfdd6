import { type KakaoOAuth, readCallback } from '@jeonbo/kakao-client';
import type { Logins } from '../logins.ts';
import { nameOf } from '../plain.ts';
import { Problem } from './problem.ts';
import type { Finished, Waiting } from './waiting.ts';

interface Beginning extends Pick<Waiting, 'asked' | 'redirectUri'> {
  readonly oauth: KakaoOAuth;
  readonly logins: Logins;
  readonly account: string;
  readonly clientId: string;
}

/**
 * The end of a login: state, code, tokens, id_token, and only then is anything kept.
 *
 * @throws Problem `otherPerson` where the name is somebody else's: a server must not begin to send as another
 */
export async function finishLogin(
  query: URLSearchParams,
  { oauth, logins, account, clientId, asked, redirectUri }: Beginning,
): Promise<Finished> {
  const { code } = readCallback(query, asked);
  const { tokens, idToken } = await oauth.exchangeCode({ ...asked, code, redirectUri });
  const login = { userId: idToken.sub, nickname: idToken.nickname, clientId };
  const before = await logins.find(account);
  if (before && before.clientId === clientId && before.userId !== login.userId) {
    const values = { account, before: nameOf(before), now: nameOf(login) };
    throw new Problem('otherPerson', values);
  }
  await logins.keep(account, login, tokens);
  const { scopes, refreshTokenExpiresAt } = tokens;
  return { name: account, ...login, scopes, refreshTokenExpiresAt };
}
