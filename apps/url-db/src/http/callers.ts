import type { IncomingMessage } from 'node:http';
import { UrlDbError } from '../errors/url-db-error.ts';
import type { Settings } from '../settings.ts';
import { isKnownToken } from '../tokens.ts';

const windowMs = 60_000;

/** Who may call, and how often. */
export interface Callers {
  /** @throws UrlDbError `UNAUTHORIZED`, `RATE_LIMITED` */
  admit(request: IncomingMessage): void;
}

export function createCallers(
  { tokens, rateLimit }: Settings,
  now: () => number = Date.now,
): Callers {
  let counts = new Map<string, number>();
  let windowEnd = 0;

  const count = (caller: string) => {
    const time = now();
    if (time >= windowEnd) {
      counts = new Map();
      windowEnd = time + windowMs;
    }
    const made = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, made);
    if (made <= rateLimit) return;
    const seconds = Math.ceil((windowEnd - time) / 1000);
    throw new UrlDbError('RATE_LIMITED', { facts: { retry_after: seconds } });
  };

  return {
    admit(request) {
      if (tokens.length === 0 && rateLimit === 0) return;
      const token = bearerOf(request.headers.authorization);
      const isKnown = token !== undefined && isKnownToken(tokens, token);
      // Before who it is, so that nobody can try tokens any faster than this.
      if (rateLimit > 0) count(isKnown ? token : (request.socket.remoteAddress ?? ''));
      if (tokens.length > 0 && !isKnown) throw new UrlDbError('UNAUTHORIZED');
    },
  };
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}
