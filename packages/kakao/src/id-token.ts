import { JeonboError } from '@jeonbo/core';
import { pick } from '@jeonbo/core/http';
import { fromBase64Url } from './base64url.ts';
import { algorithm, type KeySet } from './key-set.ts';
import { provider } from './provider.ts';

/** Who logged in, as Kakao signed it. */
export interface IdTokenClaims {
  /** The id of the person in this app. */
  readonly sub: string;
  readonly nickname: string | null;
  readonly picture: string | null;
  readonly email: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Every claim, by Kakao's names. */
  readonly claims: unknown;
}

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  /** Not looked at where left out. */
  readonly nonce?: string | undefined;
}

/** How far the clocks may be apart. */
const leewaySeconds = 30;

/**
 * Checks an id_token: the signature by Kakao's keys (RS256 and nothing else), then issuer, audience, time and nonce.
 *
 * @throws JeonboError `AUTHENTICATION_FAILED`; `details.reason` names what is wrong, the token is not quoted
 */
export async function verifyIdToken(
  idToken: string,
  keys: KeySet,
  { issuer, clientId, nonce }: Expected,
): Promise<IdTokenClaims> {
  const [header = '', payload = '', signature = '', ...rest] = idToken.split('.');
  const head = readPart(header);
  if (rest.length > 0 || head === undefined) throw refused('form');
  // The algorithm is ours to choose: `none`, or HS256 with the public key as its secret, ends here.
  if (pick(head, 'alg') !== 'RS256' || pick(head, 'crit') !== undefined) throw refused('algorithm');
  const keyId = pick(head, 'kid');
  const key = typeof keyId === 'string' ? await keys.find(keyId) : undefined;
  if (!key) throw refused('key');
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const bytes = fromBase64Url(signature);
  if (!bytes || !(await crypto.subtle.verify(algorithm, key, bytes, signed)))
    throw refused('signature');

  const claims = readPart(payload);
  const claim = (name: string) => pick(claims, name);
  const text = (name: string) => {
    const value = claim(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const now = Date.now() / 1000;
  const [sub, expires, issued] = [text('sub'), claim('exp'), claim('iat') ?? 0];
  if (claim('iss') !== issuer) throw refused('issuer');
  if (claim('aud') !== clientId) throw refused('audience');
  if (typeof expires !== 'number' || expires <= now - leewaySeconds) throw refused('expired');
  if (typeof issued !== 'number' || issued > now + leewaySeconds) throw refused('issued');
  if (nonce !== undefined && claim('nonce') !== nonce) throw refused('nonce');
  if (sub === null) throw refused('subject');
  return {
    sub,
    nickname: text('nickname'),
    picture: text('picture'),
    email: text('email'),
    expiresAt: expires * 1000,
    claims,
  };
}

function readPart(part: string): unknown {
  const bytes = fromBase64Url(part);
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function refused(reason: string): JeonboError {
  const message = `The id_token is not to be trusted (${reason}): begin the login again.`;
  return new JeonboError('AUTHENTICATION_FAILED', message, { provider, details: { reason } });
}
