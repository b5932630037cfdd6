/** What Kakao gave for one login. Secrets: keep them encrypted, log none. */
export interface KakaoTokens {
  readonly accessToken: string;
  /** Milliseconds since 1970; `null` where Kakao did not say. */
  readonly accessTokenExpiresAt: number | null;
  /** `null` where there is none, or where Kakao has refused it: the person has to log in again. */
  readonly refreshToken: string | null;
  readonly refreshTokenExpiresAt: number | null;
  /** What the person agreed to, as Kakao said it last. */
  readonly scopes: readonly string[];
}

/**
 * Where tokens are kept, by account. A refresh token may be replaced by its use, so two refreshes at once would lose a
 * login: `update` is the lock that makes it one, in all processes.
 *
 * On SQL `update` is one transaction: `SELECT … FOR UPDATE`, `change`, `UPDATE`, commit. `change` may take as long as
 * one request to Kakao.
 */
export interface TokenStore {
  get(account: string): Promise<KakaoTokens | undefined>;
  /** After a login. Waits for an update under way, so that it does not overwrite this. */
  set(account: string, tokens: KakaoTokens): Promise<void>;
  delete(account: string): Promise<void>;
  /**
   * Runs `change` on what is kept now while nobody else, here or in another process, changes this account; keeps what it
   * returns and hands it back. Where `change` throws, everything stays as it was and the error goes to the caller.
   */
  update(
    account: string,
    change: (current: KakaoTokens | undefined) => Promise<KakaoTokens | undefined>,
  ): Promise<KakaoTokens | undefined>;
}

/**
 * Tokens that live as long as the process.
 *
 * @example
 * const tokens = createMemoryTokenStore();
 * await tokens.set('default', login.tokens);
 * const kakao = createKakaoClient({ tokens });
 */
export function createMemoryTokenStore(): TokenStore {
  const kept = new Map<string, KakaoTokens>();
  const last = new Map<string, Promise<unknown>>();
  const update: TokenStore['update'] = (account, change) => {
    const turn = (last.get(account) ?? Promise.resolve()).then(async () => {
      const tokens = await change(kept.get(account));
      if (tokens) kept.set(account, tokens);
      else kept.delete(account);
      return tokens;
    });
    // The next one in line waits for this one, however it ends.
    const ended = turn.then(
      () => {},
      () => {},
    );
    last.set(account, ended);
    return turn.finally(() => {
      if (last.get(account) === ended) last.delete(account);
    });
  };
  return {
    get: async (account) => kept.get(account),
    set: async (account, tokens) => void (await update(account, async () => tokens)),
    delete: async (account) => void (await update(account, async () => undefined)),
    update,
  };
}
