import { createPrivateKey } from 'node:crypto';
import type { SecretKey } from '@jeonbo/store';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const header = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The library wants a key to sign with, though nothing here is signed (tokens are opaque, there are no id_tokens). It is
 * made from JEONBO_SECRET_KEY, so that all instances have the same.
 */
export function signingKeys(key: SecretKey) {
  const [{ bytes }] = key.subkeys('oauth signing');
  const der = Buffer.concat([header, bytes]);
  const jwk = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  return { keys: [jwk] };
}
