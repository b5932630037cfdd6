import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

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

/** The entry of a token, if there is one. Every entry is compared, each in constant time. */
export function findToken(tokens: readonly Token[], token: string): Token | undefined {
  const given = hashOf(token);
  let found: Token | undefined;
  for (const entry of tokens) if (timingSafeEqual(entry.hash, given)) found = entry;
  return found;
}

function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
