import { unsatisfied } from '../answers.ts';
import { profileClaims } from '../kauth/id-token.ts';
import { isScope, scopeFacts } from '../scopes.ts';
import { requireScope } from './authenticate.ts';
import type { Call } from './call.ts';

/** `GET /v1/oidc/userinfo`. */
export function userinfo({ caller }: Call): Response {
  requireScope(caller, 'openid', 'OIDC_USER_INFO');
  const { user, scopes } = caller;
  return Response.json({ sub: String(user.id), ...profileClaims(user, scopes) });
}

/** `GET /v2/user/scopes`: every consent item of the app, or those asked for, and whether the user agreed. */
export function userScopes({ caller, form }: Call): Response {
  const { app, user, scopes } = caller;
  const asked = form.get('scopes');
  const wanted = asked === null ? app.scopes : parseScopes(asked);
  const shown = app.scopes
    .filter((scope) => scope !== 'openid' && wanted.includes(scope))
    .map((scope) => ({
      id: scope,
      display_name: scopeFacts[scope].ko,
      type: scopeFacts[scope].type,
      using: true,
      agreed: scopes.includes(scope),
      ...(scopes.includes(scope) && { revocable: !app.requiredScopes.includes(scope) }),
    }));
  return Response.json({ id: user.id, scopes: shown });
}

/** `POST /v1/user/logout`: ends this log-in, both of its tokens. */
export function logout({ caller, parts }: Call): Response {
  parts.state.sessions.end(caller.session.id);
  return Response.json({ id: caller.user.id });
}

/** `POST /v1/user/unlink`: leaves the app: every log-in and every consent is gone. */
export function unlink({ caller, parts }: Call): Response {
  const { app, user } = caller;
  parts.state.sessions.endAll(app.clientId, user.id);
  parts.state.links.unlink(app.clientId, user.id);
  return Response.json({ id: user.id });
}

function parseScopes(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((scope) => isScope(String(scope)))) return list;
  } catch {
    // As wrong as a list of strangers.
  }
  throw unsatisfied('scopes', 'It must be a JSON array of scopes.');
}
