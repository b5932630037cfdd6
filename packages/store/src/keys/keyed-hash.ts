import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Subkey } from './secret-key.ts';

/** HMAC-SHA256 over a list of values. As JSON, so that ["a", "bc"] and ["ab", "c"] differ. */
export function keyedHash(key: Subkey, values: readonly (string | number | null)[]): string {
  return createHmac('sha256', key.bytes).update(JSON.stringify(values)).digest('base64url');
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
