import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A caller that may use the operator's keys. */
export interface Token {
  readonly name: string;
  /** SHA-256: a token is random, so nothing slower is needed. */
  readonly hash: Buffer;
}

/** The one name whose token reads /metrics and calls nothing. */
export const metricsName = 'metrics';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function isTokenName(name: string): boolean {
  return namePattern.test(name);
}

/** Makes a token; whoever has it is that caller. */
export function makeToken(): string {
  return `jeonbo_${randomBytes(32).toString('base64url')}`;
}

/** The form in which JEONBO_HTTP_TOKENS keeps it. */
export function tokenEntry(name: string, token: string): string {
  return `${name}:${hashOf(token).toString('hex')}`;
}

/** Reads `name:hash,name:hash`, or the first entry that is none, by its place. A name may have several tokens. */
export function readTokens(text: string): readonly Token[] | { readonly wrongEntry: number } {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const tokens = entries.map((entry): Token | undefined => {
    const [name = '', hash = '', ...rest] = entry.split(':');
    const isRight = isTokenName(name) && /^[0-9a-f]{64}$/i.test(hash) && rest.length === 0;
    return isRight ? { name, hash: Buffer.from(hash, 'hex') } : undefined;
  });
  const wrong = tokens.indexOf(undefined);
  return wrong === -1 ? (tokens as Token[]) : { wrongEntry: wrong + 1 };
}

/** Whose token it is. Every entry is compared, each in constant time. */
export function ownerOf(tokens: readonly Token[], token: string): string | undefined {
  const hash = hashOf(token);
  let owner: string | undefined;
  for (const entry of tokens) if (timingSafeEqual(entry.hash, hash)) owner = entry.name;
  return owner;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
