import type { KakaoScope, KakaoUser } from '../../seed/seed.ts';
import type { KakaoParts } from '../parts.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** What this user has to be asked about: of what the app wants, all that was not agreed to before. */
export function missingScopes(
  { app, scopes }: AuthorizationRequest,
  user: KakaoUser,
  { state }: KakaoParts,
): readonly KakaoScope[] {
  const agreed = state.links.scopes(app.clientId, user.id) ?? [];
  return scopes.filter((scope) => scope !== 'openid' && !agreed.includes(scope));
}

/** Those without which there is no log-in. */
export function requiredOf(
  { app }: AuthorizationRequest,
  missing: readonly KakaoScope[],
): readonly KakaoScope[] {
  return missing.filter((scope) => app.requiredScopes.includes(scope));
}
