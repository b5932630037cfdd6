import { sign } from 'node:crypto';
import type { KakaoUser } from '../../seed/seed.ts';
import { limits } from '../limits.ts';
import type { KakaoParts } from '../parts.ts';
import type { Session } from '../sessions.ts';

/** An id_token as Kakao signs it; the issuer is the origin the app asked, so that it verifies against our JWKS. */
export async function idTokenOf(
  session: Session,
  issuer: string,
  { clock, people, state, signingKey }: KakaoParts,
): Promise<string> {
  const { keyId, privateKey } = await signingKey();
  const { clientId, userId, authTime, nonce } = session;
  const issuedAt = Math.floor(clock.now() / 1000);
  const user = people.user(userId);
  const scopes = state.links.scopes(clientId, userId) ?? [];
  const claims = {
    aud: clientId,
    sub: String(userId),
    auth_time: authTime,
    iss: issuer,
    iat: issuedAt,
    exp: issuedAt + limits.accessTokenMs / 1000,
    ...(nonce !== null && { nonce }),
    ...(user && profileClaims(user, scopes)),
  };
  const head = `${encode({ kid: keyId, typ: 'JWT', alg: 'RS256' })}.${encode(claims)}`;
  return `${head}.${sign('RSA-SHA256', Buffer.from(head), privateKey).toString('base64url')}`;
}

/** Only what the user agreed to tell. */
export function profileClaims(
  { nickname, image }: KakaoUser,
  scopes: readonly string[],
): { nickname?: string; picture?: string } {
  return {
    ...(scopes.includes('profile_nickname') && { nickname }),
    ...(scopes.includes('profile_image') && image !== undefined && { picture: image }),
  };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
