import type { KakaoScope, KakaoUser } from '../../seed/seed.ts';
import type { KakaoParts } from '../parts.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

/** The address of the app with a code for this user, who agrees to these scopes. */
export function withCode(
  request: AuthorizationRequest,
  user: KakaoUser,
  agreed: readonly KakaoScope[],
  { state, clock }: KakaoParts,
): string {
  const { app, redirectUri, nonce, codeChallenge } = request;
  // Nobody is asked about openid: that the app asked is enough.
  const openid = request.scopes.includes('openid');
  state.links.agree(app.clientId, user.id, openid ? ['openid', ...agreed] : agreed);
  const code = state.codes.issue({
    clientId: app.clientId,
    userId: user.id,
    redirectUri,
    nonce,
    openid,
    codeChallenge,
    authorizedAt: clock.now(),
  });
  return back(request, { code });
}

/** The address of the app with the reason why there is no code. */
export function withError(
  request: AuthorizationRequest,
  error: string,
  description: string,
): string {
  return back(request, { error, error_description: description });
}

function back(
  { redirectUri, state }: AuthorizationRequest,
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
