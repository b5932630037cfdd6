import { kakaoLogin, openStore } from '@jeonbo/server';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { accountName } from '../account-name.ts';
import { openLogins } from '../logins.ts';
import { askKakao } from './ask-kakao.ts';
import { explain } from './explain.ts';
import { finishLogin } from './finish.ts';
import { demandClientId, partsOf } from './kakao-app.ts';
import { callbackPath } from './listen.ts';
import type { LoginOptions } from './options.ts';
import { reportLogin } from './report-login.ts';
import { timeLimit } from './time-limit.ts';
import { waitForPaste } from './wait-for-paste.ts';
import { waitForRedirect } from './wait-for-redirect.ts';
import type { Waiting } from './waiting.ts';

/** How long the person may take; Kakao's code is good for as long again. */
const limitMs = 10 * 60_000;

/** What every login asks for: who it is, and to send. */
const always = ['openid', 'profile_nickname', 'talk_message'] as const;

/** Logs a person in: shows Kakao's address, waits for the way back, keeps the tokens. It opens nothing by itself. */
export async function login(
  { account: given, scopes: more, port, paste, json }: LoginOptions,
  context: Context,
  timeMs: number = limitMs,
): Promise<number> {
  const { environment } = context;
  const account = accountName(environment, given);
  const clientId = demandClientId(context);
  const store = await openStore(environment);
  try {
    const logins = await openLogins(store);
    const oauth = kakaoLogin(partsOf(context, clientId));
    const redirectUri = `http://localhost:${port}${callbackPath}`;
    const scopes = [...new Set([...always, ...more])];
    const isNew = (await logins.find(account)) === undefined;
    const hasOthers = (await logins.list()).length > 0;
    // A browser that remembers the one would not ask for the other.
    const prompt = isNew && hasOthers ? { prompt: 'select_account' } : {};
    const asked = await oauth.createAuthorization({ redirectUri, scopes, ...prompt });
    const signal = timeLimit(timeMs, context.signal);
    const values = { redirectUri, scopes: scopes.join(', ') };
    const beginning = { oauth, logins, account, clientId, asked, redirectUri };
    const waiting: Waiting = {
      ...{ asked, redirectUri, timeMs, signal, context },
      ask: () => askKakao(asked.url, values, signal),
      finish: (query) =>
        finishLogin(query, beginning).catch((error: unknown) => {
          throw explain(error, values);
        }),
    };
    const finished = paste ? await waitForPaste(waiting) : await waitForRedirect(waiting, port);
    reportLogin(finished, json, context);
    return exitCodes.ok;
  } finally {
    await store.database.close();
  }
}
