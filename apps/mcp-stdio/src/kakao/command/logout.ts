import { JeonboError } from '@jeonbo/core';
import { fill, kakaoClient, openStore } from '@jeonbo/server';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Language } from '../../types.ts';
import { accountName } from '../account-name.ts';
import { type Login, type Logins, openLogins } from '../logins.ts';
import { nameOf, plain } from '../plain.ts';
import { partsOf } from './kakao-app.ts';
import type { LogoutOptions } from './options.ts';
import { Problem } from './problem.ts';

type Outcome = 'loggedOut' | 'unlinked' | 'nameOnly' | 'localOnly';

const words: Record<Language, Record<Outcome, string>> = {
  en: {
    loggedOut: 'Logged out: {nickname} (account {account})',
    unlinked: 'Logged out and unlinked: {nickname}. Every consent is taken back.',
    nameOnly: '{account} is forgotten. {nickname} is still logged in as {others}.',
    localOnly:
      'Logged out here: {nickname} (account {account}). Kakao could not be told ({reason}); there the login ends by itself.',
  },
  ko: {
    loggedOut: '로그아웃했습니다: {nickname} ({account} 계정)',
    unlinked: '로그아웃하고 앱 연결을 끊었습니다: {nickname}. 모든 동의가 철회되었습니다.',
    nameOnly:
      '{account} 계정을 지웠습니다. {nickname}은(는) {others} 계정으로 로그인되어 있습니다.',
    localOnly:
      '이 컴퓨터에서 로그아웃했습니다: {nickname} ({account} 계정). 카카오에는 알리지 못했습니다({reason}). 카카오의 로그인은 저절로 끝납니다.',
  },
};

/** Ends a login. What was asked for here happens here even where Kakao cannot be told, but consents are Kakao's to take back. */
export async function logout(
  { account: given, unlink, json }: LogoutOptions,
  context: Context,
): Promise<number> {
  const { environment, language, stdout } = context;
  const account = accountName(environment, given);
  const store = await openStore(environment);
  try {
    const logins = await openLogins(store);
    const login = await logins.find(account);
    const all = await logins.list();
    if (!login) {
      const known = all.map(({ name }) => name).join(', ') || '-';
      throw new Problem('noLogin', { account, known });
    }
    const same = all.filter(({ userId }) => userId === login.userId);
    const others = same.map(({ name }) => name).filter((name) => name !== account);
    const reason =
      unlink || others.length === 0 ? await tellKakao(login, unlink, logins, context) : undefined;
    for (const name of unlink ? [account, ...others] : [account]) await logins.forget(name);
    const ended = unlink ? 'unlinked' : others.length > 0 ? 'nameOnly' : 'loggedOut';
    const outcome: Outcome = reason === undefined ? ended : 'localOnly';
    const values = { account, nickname: nameOf(login), others: others.join(', '), reason };
    const answer = { account, user_id: login.userId, outcome };
    stdout.write(
      json ? `${JSON.stringify(answer, null, 2)}\n` : `${fill(words[language][outcome], values)}\n`,
    );
    return reason === undefined ? exitCodes.ok : exitCodes.failed;
  } finally {
    await store.database.close();
  }
}

/** @returns why Kakao could not be told */
async function tellKakao(
  { userId, clientId }: Login,
  unlink: boolean,
  { tokens }: Logins,
  context: Context,
): Promise<string | undefined> {
  // Gone already, by a logout at another server on this store.
  if (!unlink && !(await tokens.get(userId))) return undefined;
  const kakao = kakaoClient({ ...partsOf(context, clientId), tokens, account: userId });
  const { signal } = context;
  const call = signal ? { signal } : {};
  try {
    await (unlink ? kakao.user.unlink(call) : kakao.user.logout(call));
    return undefined;
  } catch (error) {
    if (!JeonboError.is(error)) throw error;
    const reason = plain(error.message);
    if (unlink) throw new Problem('stillLinked', { reason });
    return reason;
  }
}
