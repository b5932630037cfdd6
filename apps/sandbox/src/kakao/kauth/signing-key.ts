import type { KeyObject } from 'node:crypto';
import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

interface KeyPair {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** As `/.well-known/jwks.json` shows it. */
  readonly publicJwk: Readonly<Record<string, unknown>>;
}

export type SigningKey = () => Promise<KeyPair>;

/**
 * One RSA key a sandbox, made when first asked for: most tests never log in. It outlives reset and restore, so that
 * an id_token that was told stays verifiable, and it is in no snapshot.
 */
export function createSigningKey(): SigningKey {
  let pair: Promise<KeyPair> | undefined;
  return () => {
    pair ??= generate();
    return pair;
  };
}

async function generate(): Promise<KeyPair> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
  });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  // RFC 7638: the members in this order.
  const keyId = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('hex');
  return { keyId, privateKey, publicJwk: { kid: keyId, kty, alg: 'RS256', use: 'sig', n, e } };
}
