import { JeonboError } from '@jeonbo/core';
import type { Log } from '@jeonbo/server';
import type { Records } from '@jeonbo/store';
import type { KakaoVault } from './kakao-tokens.ts';

/** Whether a value was sealed under a secret key that the operator has taken away since. */
export function isUnreadable(error: unknown): boolean {
  return JeonboError.is(error) && error.code === 'MISSING_CREDENTIALS';
}

/**
 * Logins under a key that is gone are over: people log in again instead of being told of a fault at each request. The
 * operator hears of it, in case the key went too early.
 */
export function forgiving(records: Records, vault: KakaoVault, log: Log) {
  const gone = (error: unknown): undefined => {
    if (!isUnreadable(error)) throw error;
    log.warn('login not readable', { error });
    return undefined;
  };
  return {
    records: {
      ...records,
      get: <T>(...input: Parameters<Records['get']>) => records.get<T>(...input).catch(gone),
    } satisfies Records as Records,
    vault: { ...vault, get: (account: string) => vault.get(account).catch(gone) },
  };
}
