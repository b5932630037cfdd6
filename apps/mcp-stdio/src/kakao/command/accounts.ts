import { openStore } from '@jeonbo/server';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Language } from '../../types.ts';
import { accountName } from '../account-name.ts';
import { type Logins, type NamedLogin, openLogins } from '../logins.ts';
import { consents, dayOf, nameOf } from '../plain.ts';
import { asJson } from './as-json.ts';
import type { Finished } from './waiting.ts';

const words: Record<Language, Record<'nobody' | 'over' | 'otherApp' | 'until', string>> = {
  en: {
    nobody: 'Nobody is logged in. jeonbo-mcp kakao login',
    over: 'is over: jeonbo-mcp kakao login --account',
    otherApp: 'is of another app than KAKAO_CLIENT_ID',
    until: 'until',
  },
  ko: {
    nobody: '로그인한 사람이 없습니다. jeonbo-mcp kakao login',
    over: '로그인이 끝났습니다: jeonbo-mcp kakao login --account',
    otherApp: 'KAKAO_CLIENT_ID와 다른 앱의 로그인입니다',
    until: '유효 기간',
  },
};

type State = 'logged_in' | 'over' | 'other_app';

interface Account extends Finished {
  readonly state: State;
}

/** Who is logged in under which name. The one that a server would use now is marked. */
export async function accounts(
  { json }: { readonly json: boolean },
  context: Context,
): Promise<number> {
  const { environment, language, stdout } = context;
  const used = accountName(environment);
  const store = await openStore(environment);
  try {
    const logins = await openLogins(store);
    const clientId = environment.KAKAO_CLIENT_ID?.trim();
    const all = await Promise.all(
      (await logins.list()).map((login) => accountOf(login, logins, clientId)),
    );
    if (json) {
      const list = all.map((one) => ({
        ...asJson(one),
        state: one.state,
        used: one.name === used,
      }));
      stdout.write(`${JSON.stringify({ accounts: list }, null, 2)}\n`);
    } else {
      stdout.write(all.length === 0 ? `${words[language].nobody}\n` : table(all, used, language));
    }
    return exitCodes.ok;
  } finally {
    await store.database.close();
  }
}

async function accountOf(
  login: NamedLogin,
  { tokens }: Logins,
  clientId: string | undefined,
): Promise<Account> {
  const kept = await tokens.get(login.userId);
  const until = kept?.refreshTokenExpiresAt ?? null;
  const isOver = !kept?.refreshToken || (until !== null && until <= Date.now());
  const isOther = clientId !== undefined && clientId !== login.clientId;
  return {
    ...login,
    scopes: kept?.scopes ?? [],
    refreshTokenExpiresAt: until,
    state: isOther ? 'other_app' : isOver ? 'over' : 'logged_in',
  };
}

function table(all: readonly Account[], used: string, language: Language): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.map((one) => {
    const mark = one.name === used ? '*' : ' ';
    return `${mark} ${one.name.padEnd(width)}  ${nameOf(one)}  ${stateOf(one, language)}\n`;
  });
  return lines.join('');
}

function stateOf(
  { name, state, scopes, refreshTokenExpiresAt: until }: Account,
  language: Language,
) {
  const texts = words[language];
  if (state === 'other_app') return texts.otherApp;
  if (state === 'over') return `${texts.over} ${name}`;
  return [consents(scopes).join(', '), until !== null && `${texts.until} ${dayOf(until)}`]
    .filter(Boolean)
    .join('  ');
}
