import type { KakaoScope, KakaoUser } from '../../seed/seed.ts';
import type { KakaoParts } from '../parts.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/**
 * What this user has to be asked about: of what the app wants, all that was not agreed to before. An app that names no
 * scopes has its consent page once: later only what is required is asked for, and what is optional where it is named.
 */
export function missingScopes(
  request: AuthorizationRequest,
  user: KakaoUser,
  { state }: KakaoParts,
): readonly KakaoScope[] {
  const agreed = state.links.scopes(request.app.clientId, user.id);
  const missing = request.scopes.filter((scope) => scope !== 'openid' && !agreed?.includes(scope));
  return agreed === undefined || request.namesScopes ? missing : requiredOf(request, missing);
}

/** Those without which there is no log-in. */
export function requiredOf(
  { app }: AuthorizationRequest,
  missing: readonly KakaoScope[],
): readonly KakaoScope[] {
  return missing.filter((scope) => app.requiredScopes.includes(scope));
}
