import { createTokenVault, loadSecretKey, openDatabase } from '@jeonbo/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  type LoggedIn,
  logIn,
  people,
  refresh,
  register,
  type TestClient,
} from '../support/oauth.ts';
import { callTool } from '../support/raw.ts';

let place: KakaoPlace;
beforeAll(async () => {
  place = await startKakaoPlace();
});
afterAll(() => place[Symbol.asyncDispose]());

async function revoke(token: string, client: TestClient, more: Record<string, string> = {}) {
  const fields = { token, client_id: client.client_id, ...more };
  const body = new URLSearchParams(fields).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await fetch(`${place.url}/revoke`, { method: 'POST', headers, body })).status;
}

const works = async ({ headers }: LoggedIn) =>
  (await callTool(place.mcp, headers, 'check_message', { message: 'a' })).status === 200;
const refreshes = async ({ client, tokens }: LoggedIn) =>
  (await refresh(place.url, client, tokens.refresh_token)).status === 200;
const unlinks = () =>
  place.sandbox.exchanges().filter(({ request }) => request.path === '/v1/user/unlink').length;

describe.each(['refresh_token', 'access_token'] as const)('revoking the %s', (name) => {
  it('ends the log-in, whatever is asked with', async () => {
    const login = await logIn(place);
    const next = (await refresh(place.url, login.client, login.tokens.refresh_token)).body;
    expect(await revoke(login.tokens[name], login.client)).toBe(200);
    expect(await works(login)).toBe(false);
    expect(await refreshes(login)).toBe(false);
    expect((await refresh(place.url, login.client, next.refresh_token)).status).toBe(400);
  });

  it('is nobody else’s to do, and nobody learns whether it was there', async () => {
    const login = await logIn(place, { user: people.doyun });
    const stranger = await register(place.url);
    expect(await revoke(login.tokens[name], stranger)).toBe(200);
    expect(await revoke('a'.repeat(43), stranger)).toBe(200);
    expect(await works(login)).toBe(true);
  });
});

it('leaves the person’s other log-ins, here and at Kakao', async () => {
  const [first, second] = [await logIn(place), await logIn(place)];
  expect(await revoke(first.tokens.refresh_token, first.client, { unlink: 'true' })).toBe(200);
  expect(await works(first)).toBe(false);
  expect(await works(second)).toBe(true);
  const sent = await callTool(place.mcp, second.headers, 'send_message_to_me', {
    message: 'still',
  });
  expect(sent.body).toContain('"result_code":0');
});

it('forgets what Kakao gave with the last log-in, and unlinks where that is asked for', async () => {
  const user = people.mina;
  const one = await logIn(place, { user });
  expect(await revoke(one.tokens.refresh_token, one.client)).toBe(200);
  expect([unlinks(), await keptAccounts()]).toEqual([0, expect.not.arrayContaining([user])]);
  const again = await logIn(place, { user });
  expect(await keptAccounts()).toContain(user);
  expect(await revoke(again.tokens.access_token, again.client, { unlink: 'true' })).toBe(200);
  expect([unlinks(), await keptAccounts()]).toEqual([1, expect.not.arrayContaining([user])]);
});

it('ends the log-in though Kakao cannot be reached to unlink', async () => {
  const login = await logIn(place, { user: people.mina });
  place.sandbox.fault({ path: '/v1/user/unlink', status: 500, times: 1 });
  expect(await revoke(login.tokens.refresh_token, login.client, { unlink: 'true' })).toBe(200);
  expect([await works(login), await keptAccounts()]).toEqual([
    false,
    expect.not.arrayContaining([people.mina]),
  ]);
  expect(place.server.entries.map(({ event }) => event)).toContain('unlinking failed');
});

/** Whose tokens of Kakao the server keeps. */
async function keptAccounts(): Promise<readonly string[]> {
  const url = `file:${place.world.home}/data/jeonbo/jeonbo.sqlite`;
  const database = await openDatabase(url);
  const key = await loadSecretKey({}, url);
  const vault = await createTokenVault(database, key, { provider: 'kakao' });
  const accounts = await vault.accounts();
  await database.close();
  return accounts;
}
