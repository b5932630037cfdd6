import { createHash, randomBytes } from 'node:crypto';

/** One log-in of a user to an app: what its tokens share, and what a logout ends. */
export interface Session {
  readonly id: number;
  readonly clientId: string;
  readonly userId: number;
  /** Seconds since 1970, as the id_token tells it. */
  readonly authTime: number;
  readonly nonce: string | null;
  readonly openid: boolean;
}

export interface Token {
  readonly kind: 'access' | 'refresh';
  readonly sessionId: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface SessionsData {
  readonly nextId: number;
  readonly sessions: readonly Session[];
  /** By digest: a snapshot holds no token. */
  readonly tokens: readonly (readonly [digest: string, token: Token])[];
}

/** At most `keep` sessions and four times as many tokens: the oldest give way. Expired ones stay, to be told so. */
export function createSessions(keep: number) {
  const sessions = new Map<number, Session>();
  const tokens = new Map<string, Token>();
  let nextId = 1;

  function endWhere(ends: (session: Session) => boolean): void {
    for (const session of [...sessions.values()].filter(ends)) sessions.delete(session.id);
    for (const [digest, { sessionId }] of tokens) {
      if (!sessions.has(sessionId)) tokens.delete(digest);
    }
  }

  return {
    open(given: Omit<Session, 'id'>): Session {
      const [oldest] = sessions.keys();
      if (oldest !== undefined && sessions.size >= keep) endWhere(({ id }) => id === oldest);
      const session = { ...given, id: nextId };
      nextId += 1;
      sessions.set(session.id, session);
      return session;
    },
    /** A new token, told once. */
    issue(token: Token): string {
      const [oldest] = tokens.keys();
      if (oldest !== undefined && tokens.size >= keep * 4) tokens.delete(oldest);
      const text = newSecret();
      tokens.set(digestOf(text), token);
      return text;
    },
    find(kind: Token['kind'], text: string): (Token & { readonly session: Session }) | undefined {
      const token = tokens.get(digestOf(text));
      const session = token && sessions.get(token.sessionId);
      return token?.kind === kind && session !== undefined ? { ...token, session } : undefined;
    },
    revoke: (text: string): boolean => tokens.delete(digestOf(text)),
    end: (sessionId: number): void => endWhere(({ id }) => id === sessionId),
    endAll: (clientId: string, userId: number): void =>
      endWhere((session) => session.clientId === clientId && session.userId === userId),
    reset(): void {
      sessions.clear();
      tokens.clear();
      nextId = 1;
    },
    save: (): SessionsData => ({
      nextId,
      sessions: [...sessions.values()],
      tokens: [...tokens],
    }),
    load(data: SessionsData): void {
      sessions.clear();
      tokens.clear();
      nextId = data.nextId;
      for (const session of data.sessions) sessions.set(session.id, session);
      for (const [digest, token] of data.tokens) tokens.set(digest, token);
    },
  };
}

export function newSecret(): string {
  return randomBytes(40).toString('base64url');
}

export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
