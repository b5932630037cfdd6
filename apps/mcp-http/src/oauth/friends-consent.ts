import type { JeonboError } from '@jeonbo/core';
import { noticePage } from '../pages/index.ts';
import { answerPage, languageOf, Notice } from './answers.ts';
import type { LoginSecrets } from './kakao-login.ts';
import { kakaoProblem } from './kakao-problem.ts';
import { callbackOf } from './login-callback.ts';
import type { OAuthParts, Route } from './parts.ts';
import { loginMs } from './start-login.ts';

export const friendsPath = '/friends/callback';

const consentKind = 'kakao consent';

/** A consent that is asked of one person, by a link that may be opened in any browser. */
interface ConsentRecord extends LoginSecrets {
  readonly account: string;
  /** What Kakao asks the person for. */
  readonly asked: readonly string[];
}

/** Kakao's address that asks one person for what an error says is missing. */
export function createConsentLinks({ issuer, kakao, records }: OAuthParts) {
  return async (account: string, { details }: JeonboError): Promise<string> => {
    const missing = Array.isArray(details?.required_scopes) ? details.required_scopes : ['friends'];
    const asked = [...new Set(missing.filter(isScopeName))];
    const { url, ...secrets } = await kakao.begin(issuer + friendsPath, ['openid', ...asked]);
    const record: ConsentRecord = { ...secrets, account, asked };
    await records.put(consentKind, secrets.state, record, { expiresAt: Date.now() + loginMs });
    return url;
  };
}

/** `/friends/callback`: the consent counts for the person who was asked, whoever opened the link. */
export function createFriendsCallback(parts: OAuthParts): Route {
  const { kakao, vault, records, metrics, log } = parts;
  return async (request, response) => {
    const callback = callbackOf(request, parts.issuer, friendsPath);
    const state = callback.searchParams.get('state') ?? '';
    const consent = await records.take<ConsentRecord>(consentKind, state);
    if (!consent) throw new Notice('expired');
    const { sub, tokens } = await kakao.complete(callback, consent).catch((error: unknown) => {
      const { declined, code, forLog } = kakaoProblem(error);
      metrics.consent(declined ? 'declined_at_kakao' : 'failed');
      if (declined) throw new Notice('declined');
      log.error('Kakao consent failed', { error, ...forLog });
      throw new Notice(code ? 'kakaoRefused' : 'kakaoUnreachable', code);
    });
    if (sub !== consent.account) {
      metrics.consent('other_account');
      throw new Notice('otherAccount');
    }
    await vault.set(sub, tokens);
    // One may go on at Kakao without the tick. An answer that names no scopes tells nothing of that.
    const { scopes } = tokens;
    const isAgreed = scopes.length === 0 || consent.asked.every((scope) => scopes.includes(scope));
    metrics.consent(isAgreed ? 'agreed_at_kakao' : 'declined_at_kakao');
    if (!isAgreed) throw new Notice('declined');
    const kind = consent.asked.includes('friends') ? 'friendsAgreed' : 'agreed';
    const language = languageOf(request, parts.language);
    answerPage(response, 'notice', noticePage({ language, kind }));
  };
}

function isScopeName(name: unknown): name is string {
  return typeof name === 'string' && /^[\w.]{1,40}$/.test(name);
}
