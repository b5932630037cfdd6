import type { KakaoUser } from '../../seed/seed.ts';
import { OauthRefusal } from '../oauth-answers.ts';
import { consentPage } from '../pages/consent-page.ts';
import { errorPage } from '../pages/error-page.ts';
import { languageOf } from '../pages/language.ts';
import { logInPage } from '../pages/log-in-page.ts';
import type { KakaoParts } from '../parts.ts';
import { isScope } from '../scopes.ts';
import { parseAuthorizationRequest } from './authorization-request.ts';
import { missingScopes, requiredOf } from './missing-scopes.ts';
import { withCode, withError } from './redirect-back.ts';

/**
 * `GET /oauth/authorize`: the log-in page. Its form comes back here by POST with the query it was asked with, so that
 * the way there needs no memory: who logs in, then what is agreed to.
 */
export async function authorize(request: Request, parts: KakaoParts): Promise<Response> {
  const isForm = request.method === 'POST';
  const form = new URLSearchParams(isForm ? await request.text() : '');
  const search = isForm ? (form.get('request') ?? '') : new URL(request.url).search.slice(1);
  const query = new URLSearchParams(search);
  const language = languageOf(query, request.headers);
  try {
    const asked = parseAuthorizationRequest(query, parts.people);
    const page = { search, language, app: asked.app };
    if (!isForm) {
      if (asked.prompt.includes('none')) {
        return redirect(withError(asked, 'login_required', 'user authentication required'));
      }
      return logInPage(page, parts.people.users, (user) => joined(asked.app.clientId, user, parts));
    }
    const user = parts.people.user(Number(form.get('user')));
    if (user === undefined) {
      throw new OauthRefusal('KOE001', 'invalid_request', 'There is no such test user.');
    }
    const missing = missingScopes(asked, user, parts);
    const required = requiredOf(asked, missing);
    const ask = (incomplete: boolean) => consentPage(page, { user, missing, required, incomplete });
    switch (form.get('decision')) {
      case 'refuse':
        return redirect(withError(asked, 'access_denied', 'User denied access'));
      case 'all':
        return redirect(withCode(asked, user, missing, parts));
      case 'chosen': {
        const chosen = form.getAll('agree').filter(isScope);
        if (required.some((scope) => !chosen.includes(scope))) return ask(true);
        const agreed = missing.filter((scope) => chosen.includes(scope));
        return redirect(withCode(asked, user, agreed, parts));
      }
      default:
        return missing.length === 0 ? redirect(withCode(asked, user, [], parts)) : ask(false);
    }
  } catch (error) {
    if (error instanceof OauthRefusal) return errorPage(error, language);
    throw error;
  }
}

function joined(clientId: string, user: KakaoUser, { state }: KakaoParts): boolean {
  return state.links.scopes(clientId, user.id) !== undefined;
}

function redirect(location: string): Response {
  return new Response(null, {
    status: 302,
    headers: { Location: location, 'Cache-Control': 'no-store' },
  });
}
