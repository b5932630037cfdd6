import { JeonboError } from '@jeonbo/core';
import { createMemoryTokenStore, type KakaoTokens } from '@jeonbo/kakao-client';
import { expect, it } from 'vitest';
import { waitForConsent } from './wait-for-consent.ts';

const missing = new JeonboError('CONSENT_REQUIRED', 'insufficient scopes.', {
  details: { required_scopes: ['friends'] },
});

const tokensOf = (accessToken: string, ...scopes: string[]): KakaoTokens => ({
  accessToken,
  accessTokenExpiresAt: null,
  refreshToken: null,
  refreshTokenExpiresAt: null,
  scopes,
});

/** A store that counts how often it was asked, and can be told to do something then. */
async function keep(
  first: KakaoTokens,
  onRead: (reads: number) => Promise<void> | void = () => {},
) {
  const store = createMemoryTokenStore();
  await store.set('me', first);
  let reads = 0;
  const tokens = {
    async get(account: string) {
      reads += 1;
      await onRead(reads);
      return store.get(account);
    },
  };
  return { store, tokens, reads: () => reads };
}

it('ends when the scopes are there', async () => {
  const kept = await keep(tokensOf('access-1', 'talk_message', 'friends'));
  await waitForConsent(kept.tokens, 'me', missing);
  expect(kept.reads()).toBe(1);
});

it('ends when the person logged in again, whatever the store says they agreed to', async () => {
  const kept = await keep(tokensOf('access-1', 'talk_message'), async (reads) => {
    if (reads === 3) await kept.store.set('me', tokensOf('access-2', 'talk_message'));
  });
  await waitForConsent(kept.tokens, 'me', missing, { everyMs: 1 });
  expect(kept.reads()).toBe(3);
});

it('ends after its time', async () => {
  const kept = await keep(tokensOf('access-1', 'talk_message'));
  await waitForConsent(kept.tokens, 'me', missing, { everyMs: 1, atMostMs: 5 });
  expect(kept.reads()).toBeGreaterThan(1);
});

it('ends when the call is canceled', async () => {
  const controller = new AbortController();
  const kept = await keep(tokensOf('access-1'), (reads) => {
    if (reads === 2) controller.abort();
  });
  await waitForConsent(kept.tokens, 'me', missing, { everyMs: 1, signal: controller.signal });
  expect(kept.reads()).toBe(2);
});
