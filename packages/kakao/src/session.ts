import { JeonboError } from '@jeonbo/core';
import { isRefreshRefused } from './oauth-errors.ts';
import { provider } from './provider.ts';
import type { KakaoTokens } from './token-store.ts';
import type { KakaoClientOptions } from './types.ts';

/** The login of one account. */
export interface Session {
  accessToken(): Promise<string>;
  /** Another token than the one that was refused; `undefined` where there is none to be had. */
  renew(refused: string): Promise<string | undefined>;
  forget(): Promise<void>;
}

/**
 * The token that was handed in, with nothing to renew it; else those of the store, renewed by one caller at a time,
 * whoever and wherever the callers are.
 */
export function createSession(
  { accessToken: fixed, tokens }: Pick<KakaoClientOptions, 'accessToken' | 'tokens'>,
  account: string,
  refresh: (previous: KakaoTokens) => Promise<KakaoTokens>,
): Session {
  const renew: Session['renew'] = async (refused) => {
    let failure: JeonboError | undefined;
    const kept = await tokens?.update(account, async (current) => {
      // Somebody else renewed it while we waited, or nobody can.
      if (current?.accessToken !== refused || current.refreshToken === null) return current;
      try {
        return await refresh(current);
      } catch (error) {
        if (!JeonboError.is(error) || !isRefreshRefused(error)) throw error;
        failure = error;
        // Kept as refused, so that the next caller does not ask in vain: Kakao counts the attempts.
        return { ...current, refreshToken: null, refreshTokenExpiresAt: null };
      }
    });
    if (failure) throw failure;
    return kept?.accessToken === refused ? undefined : kept?.accessToken;
  };
  return {
    async accessToken() {
      if (fixed !== undefined) return fixed;
      const kept = await tokens?.get(account);
      if (!kept) throw nobody();
      const { accessToken, accessTokenExpiresAt, refreshToken } = kept;
      const isOver = accessTokenExpiresAt !== null && accessTokenExpiresAt <= Date.now();
      if (!isOver || refreshToken === null) return accessToken;
      return (await renew(accessToken)) ?? accessToken;
    },
    renew: async (refused) => (fixed === undefined ? renew(refused) : undefined),
    forget: async () => tokens?.delete(account),
  };
}

function nobody(): JeonboError {
  const message = 'Nobody is logged in: give tokens in which the account is, or accessToken.';
  return new JeonboError('MISSING_CREDENTIALS', message, { provider, field: 'tokens' });
}
