import { expect, it } from 'vitest';
import { createMemoryTokenStore, type KakaoTokens } from './index.ts';

const tokens = (accessToken: string): KakaoTokens => ({
  accessToken,
  accessTokenExpiresAt: null,
  refreshToken: null,
  refreshTokenExpiresAt: null,
  scopes: [],
});

it('lets one change an account at a time, each on what the one before left', async () => {
  const store = createMemoryTokenStore();
  await store.set('a', tokens('0'));
  let inside = 0;
  let most = 0;
  const changes = Array.from({ length: 20 }, () =>
    store.update('a', async (current) => {
      most = Math.max(most, ++inside);
      await Promise.resolve();
      inside--;
      return tokens(`${Number(current?.accessToken) + 1}`);
    }),
  );
  await Promise.all(changes);
  expect(most).toBe(1);
  expect((await store.get('a'))?.accessToken).toBe('20');
});

it('leaves everything as it was where a change fails, and goes on', async () => {
  const store = createMemoryTokenStore();
  await store.set('a', tokens('0'));
  const failed = store.update('a', () => Promise.reject(new Error('no')));
  const next = store.update('a', async (current) => current);
  await expect(failed).rejects.toThrow('no');
  expect((await next)?.accessToken).toBe('0');
});

it('a login during a change is not overwritten by it', async () => {
  const store = createMemoryTokenStore();
  const { promise, resolve } = Promise.withResolvers<KakaoTokens>();
  const change = store.update('a', () => promise);
  const login = store.set('a', tokens('login'));
  resolve(tokens('renewed'));
  await Promise.all([change, login]);
  expect((await store.get('a'))?.accessToken).toBe('login');
});

it('forgets', async () => {
  const store = createMemoryTokenStore();
  await store.set('a', tokens('0'));
  await store.delete('a');
  expect(await store.get('a')).toBeUndefined();
});
