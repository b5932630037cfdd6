import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of each: tokens are random, so nothing slower is needed. */
export type Tokens = readonly Buffer[];

const plain = /^[\x21-\x7e]{16,512}$/;
const hashed = /^sha256:([0-9a-f]{64})$/i;

/** Reads URL_DB_TOKENS: tokens, or `sha256:` and the hash of one, by commas; or the place of an entry that is none. */
export function readTokens(text: string): Tokens | { readonly wrongEntry: number } {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const tokens = entries.map((entry) => {
    const [, digest] = hashed.exec(entry) ?? [];
    if (digest) return Buffer.from(digest, 'hex');
    return plain.test(entry) ? hashOf(entry) : undefined;
  });
  const wrong = tokens.indexOf(undefined);
  return wrong === -1 ? (tokens as Buffer[]) : { wrongEntry: wrong + 1 };
}

/** Every entry is compared, each in constant time. */
export function isKnownToken(tokens: Tokens, token: string): boolean {
  const given = hashOf(token);
  let known = false;
  for (const entry of tokens) if (timingSafeEqual(entry, given)) known = true;
  return known;
}

function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
