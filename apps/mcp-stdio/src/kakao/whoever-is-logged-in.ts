import { JeonboError } from '@jeonbo/core';
import { type ClientParts, kakaoContext, missingKakaoSettings, readOrigin } from '@jeonbo/server';
import type { KakaoContext, ToolContext } from '@jeonbo/tools';
import type { LazyStore } from '../store.ts';
import { accountOf } from './account-name.ts';
import type { Login, Logins } from './logins.ts';
import { noLogin } from './what-to-type.ts';

export interface Whoever extends ClientParts {
  readonly common: ToolContext;
  readonly store: LazyStore;
}

interface People {
  readonly logins: Logins;
  readonly publish: (text: string, login: Login) => Promise<string>;
}

type Tokens = Logins['tokens'];

/**
 * What the tools work with, by whoever is logged in when a tool is called: a login at a terminal counts at once, in a
 * server that runs.
 *
 * The account is the id of the person and not the name of the login, so that one person's message is known again under
 * whichever name it is sent, and the limits of Kakao's, which count persons, meet one account.
 */
export function whoeverIsLoggedIn(parts: Whoever): {
  /** For what needs nobody. */
  readonly context: KakaoContext;
  /** Never fails: where nobody is logged in, what needs somebody does. */
  readonly current: () => Promise<KakaoContext>;
} {
  const { environment, language, common } = parts;
  const name = accountOf(environment);
  // Where the HTTP server that shares this store shows the pages of long texts.
  const link = readOrigin(environment.BASE_URL?.trim() ?? '');
  let opening: Promise<People> | undefined;
  const open = () => {
    opening ??= import('./open-people.ts')
      .then(async ({ openPeople }) => openPeople(await parts.store.open(), link))
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  };

  const contextOf = (account: string, tokens: Tokens, publish: (text: string) => Promise<string>) =>
    kakaoContext(common, {
      ...parts,
      account,
      tokens,
      ...(link !== undefined && { link, pages: { publish } }),
    });
  const nobody = (error: unknown) => {
    const refuse = () => Promise.reject(error);
    const tokens = { get: refuse, set: refuse, delete: refuse, update: refuse, accounts: refuse };
    return contextOf(name, tokens, refuse);
  };

  const current = async () => {
    const [missing] = missingKakaoSettings(environment, language);
    if (missing) return nobody(missingSetting(missing));
    try {
      const { logins, publish } = await open();
      const login = await logins.find(name);
      if (!login) return nobody(noLogin('nobody', { account: name, language }));
      if (login.clientId !== environment.KAKAO_CLIENT_ID?.trim())
        return nobody(noLogin('otherApp', { account: name, language }));
      return contextOf(login.userId, logins.tokens, (text) => publish(text, login));
    } catch (error) {
      return nobody(error);
    }
  };
  return { context: nobody(noLogin('nobody', { account: name, language })), current };
}

function missingSetting({ setting, next }: { setting: string; next: string }): JeonboError {
  const details = { provider: 'kakao', field: setting };
  return new JeonboError('MISSING_CREDENTIALS', `${setting} is not set. ${next}`, details);
}
