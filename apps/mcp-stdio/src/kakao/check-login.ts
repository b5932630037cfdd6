import { openStore, type Rule, rules } from '@jeonbo/server';
import type { Language } from '../types.ts';
import { accountOf } from './account-name.ts';
import { type Login, openLogins } from './logins.ts';
import { nameOf } from './plain.ts';

const texts: Record<Language, Record<'nobody' | 'otherApp' | 'why', string>> = {
  en: {
    nobody: 'Nobody is logged in under this name.',
    otherApp: 'Its login belongs to another app than KAKAO_CLIENT_ID.',
    why: 'The server sends as the person who is logged in; without one every send fails.',
  },
  ko: {
    nobody: '이 이름으로 로그인한 사람이 없습니다.',
    otherApp: 'KAKAO_CLIENT_ID와 다른 앱의 로그인입니다.',
    why: '서버는 로그인한 사람으로 보냅니다. 로그인이 없으면 모든 발송이 실패합니다.',
  },
};

/** KAKAO_ACCOUNT as the server would use it: not only a name, but somebody who is logged in under it. */
export const checkLogin: Rule = async (input) => {
  const verdict = await rules.KAKAO_ACCOUNT(input);
  if (verdict.problem !== undefined) return verdict;
  const { environment, language } = input;
  const account = accountOf(environment);
  try {
    const login = await findLogin(account, environment);
    if (login && isOfApp(login, environment.KAKAO_CLIENT_ID))
      return { value: `${account}: ${nameOf(login)}` };
    const problem = texts[language][login ? 'otherApp' : 'nobody'];
    const next = `jeonbo-mcp kakao login --account ${account}`;
    return { ...verdict, problem, why: texts[language].why, next };
  } catch {
    // A store that does not open is told at its own setting.
    return verdict;
  }
};

async function findLogin(account: string, environment: Parameters<Rule>[0]['environment']) {
  const store = await openStore(environment);
  try {
    return await (await openLogins(store)).find(account);
  } finally {
    await store.database.close();
  }
}

/** Which app is wrong where none is set is told at that setting. */
function isOfApp({ clientId }: Login, current: string | undefined): boolean {
  return !current?.trim() || clientId === current.trim();
}
