import { readJson } from '../../control/answers.ts';
import { SandboxInputError } from '../../input-error.ts';
import { fields } from '../../seed/read-fields.ts';
import { OauthRefusal } from '../oauth-answers.ts';
import type { KakaoParts } from '../parts.ts';
import { parseAuthorizationRequest } from './authorization-request.ts';
import { missingScopes, requiredOf } from './missing-scopes.ts';
import { withCode, withError } from './redirect-back.ts';

/** `POST /_sandbox/kakao/authorize`: what a test user does in the browser, for tests that have none. */
export async function authorizeDirectly(request: Request, parts: KakaoParts): Promise<Response> {
  const body = fields(await readJson(request), 'body', ['url', 'user', 'scopes', 'refuse']);
  const { url, user: name, scopes, refuse = false } = body;
  const user = parts.people.named(String(name ?? ''));
  if (user === undefined) throw wrong('user', 'the id or the nickname of a test user');
  if (typeof url !== 'string' || !URL.canParse(url)) throw wrong('url', 'the authorize URL');
  if (typeof refuse !== 'boolean') throw wrong('refuse', 'true or false');
  const asked = parse(new URL(url).searchParams, parts);
  const missing = missingScopes(asked, user, parts);
  if (scopes !== undefined && !Array.isArray(scopes)) throw wrong('scopes', 'a list of scopes');
  if (asked.prompt.includes('none') && missing.length > 0) {
    return Response.json({
      location: withError(asked, 'consent_required', 'user consent required.'),
    });
  }
  const agreed = missing.filter((scope) => scopes === undefined || scopes.includes(scope));
  if (refuse || requiredOf(asked, missing).some((scope) => !agreed.includes(scope))) {
    const location = withError(asked, 'access_denied', 'User denied access');
    return Response.json({ location });
  }
  return Response.json({ location: withCode(asked, user, agreed, parts) });
}

function parse(query: URLSearchParams, { people }: KakaoParts) {
  try {
    return parseAuthorizationRequest(query, people);
  } catch (error) {
    if (!(error instanceof OauthRefusal)) throw error;
    const { error_code, error_description } = error.body;
    throw wrong(
      'url',
      `one that Kakao takes, not one it answers with ${error_code}: ${error_description}`,
    );
  }
}

function wrong(field: string, expected: string): SandboxInputError {
  return new SandboxInputError('INVALID_AUTHORIZATION', field, expected);
}
