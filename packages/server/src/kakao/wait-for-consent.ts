import { setTimeout as pause } from 'node:timers/promises';
import type { JeonboError } from '@jeonbo/core';
import type { TokenStore } from '@jeonbo/kakao-client';

interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly everyMs?: number;
  /** Shorter than the minute after which many clients give a call up. */
  readonly atMostMs?: number;
}

/**
 * Waits until a login brought the scopes that an error says are missing, or other tokens. Every instance sees it, since
 * tokens are kept in the store: the browser may come back to another one.
 */
export async function waitForConsent(
  tokens: Pick<TokenStore, 'get'>,
  account: string,
  { details }: JeonboError,
  { signal, everyMs = 500, atMostMs = 50_000 }: WaitOptions = {},
): Promise<void> {
  const wanted = [details?.required_scopes ?? []].flat();
  const until = performance.now() + atMostMs;
  const before = await tokens.get(account);
  const isThere = (kept: typeof before) =>
    kept?.accessToken !== before?.accessToken ||
    wanted.every((scope) => kept?.scopes.includes(String(scope)));
  let kept = before;
  while (!isThere(kept) && performance.now() < until && !signal?.aborted) {
    await pause(everyMs, undefined, signal ? { signal } : {}).catch(() => {});
    kept = await tokens.get(account);
  }
}
