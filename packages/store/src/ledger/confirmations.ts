import { randomBytes } from 'node:crypto';
import { keyedHash } from '../keys/keyed-hash.ts';
import type { LedgerContext } from './context.ts';

/** See ConfirmationStore.issue. Only a keyed hash is kept, so whoever reads the database cannot confirm anything. */
export async function issue(
  { database, keys, now }: LedgerContext,
  content: string,
  lifetimeMs: number,
): Promise<string> {
  const [key] = keys.confirmations;
  const token = randomBytes(16).toString('base64url');
  await database.query('DELETE FROM confirmations WHERE expires_at <= ?', [now()]);
  await database.query(
    'INSERT INTO confirmations (token_hash, content_hash, expires_at) VALUES (?, ?, ?)',
    [keyedHash(key, ['token', token]), keyedHash(key, ['content', content]), now() + lifetimeMs],
  );
  return token;
}

/** See ConfirmationStore.redeem. One statement uses the token up, so of two at once one wins. */
export async function redeem(
  { database, keys, now }: LedgerContext,
  token: string,
  content: string,
): Promise<boolean> {
  for (const key of keys.confirmations) {
    const used = await database.query(
      `DELETE FROM confirmations WHERE token_hash = ? AND content_hash = ? AND expires_at > ?
       RETURNING token_hash`,
      [keyedHash(key, ['token', token]), keyedHash(key, ['content', content]), now()],
    );
    if (used.length > 0) return true;
  }
  return false;
}
