import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { startKakaoPlace } from '../support/kakao-place.ts';
import { logIn, people, refresh, register } from '../support/oauth.ts';
import { callTool } from '../support/raw.ts';
import { kakaoSecret, serve } from '../support/world.ts';

it('keeps nothing to log in with in its files, and writes none of it into its log', async () => {
  await using place = await startKakaoPlace();
  const { world, sandbox, server } = place;
  const browser = createBrowser();
  const client = await register(place.url, { token_endpoint_auth_method: 'client_secret_post' });
  const { tokens, headers } = await logIn(place, { client, browser });
  const next = (await refresh(place.url, client, tokens.refresh_token)).body;
  await callTool(place.mcp, headers, 'send_message_to_me', { message: '긴 글 '.repeat(100) });
  await refresh(place.url, client, 'wrong-token');
  await callTool(place.mcp, { authorization: 'Bearer wrong-token' }, 'check_message', {});
  const atKakao = sandbox.exchanges().flatMap(({ request, response }) => {
    const form = new URLSearchParams(request.body);
    const answer = /access_token/.test(response?.body ?? '')
      ? JSON.parse(response?.body ?? '')
      : {};
    return [
      form.get('code'),
      form.get('code_verifier'),
      answer.access_token,
      answer.refresh_token,
      answer.id_token,
    ];
  });
  const secrets = [
    tokens.access_token,
    tokens.refresh_token,
    next.access_token,
    next.refresh_token,
    client.client_secret,
    kakaoSecret,
    ...browser.cookies.map(({ value }) => value),
    ...atKakao,
    '긴 글 긴 글',
  ].filter((secret): secret is string => typeof secret === 'string' && secret !== '');
  expect(secrets.length).toBeGreaterThan(12);
  await server.stop();

  const folder = join(world.home, 'data', 'jeonbo');
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name))),
  );
  const log = JSON.stringify(server.entries);
  expect(log).toContain('logged in');
  for (const secret of secrets) {
    expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
    expect(log).not.toContain(secret);
  }
});

afterEach(() => void vi.useRealTimers());

it('goes on with a new secret key, and in time without the old one', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const [old, young] = ['a1'.repeat(32), 'b2'.repeat(32)];
  await using place = await startKakaoPlace({ JEONBO_SECRET_KEY: old });
  const client = await register(place.url);
  const { tokens, headers } = await logIn(place, { client });
  await place.server.stop();
  const environment = { ...place.world.environment, PORT: new URL(place.url).port };
  await using again = await serve({ ...environment, JEONBO_SECRET_KEY: `${young},${old}` }, [
    'kakao',
  ]);
  const sent = await callTool(again.mcp, headers, 'send_message_to_me', { message: 'a' });
  expect(sent.body).toContain('"result_code":0');
  vi.setSystemTime(Date.now() + 8 * 24 * 3600 * 1000);
  const next = await refresh(again.url, client, tokens.refresh_token);
  expect(next.status).toBe(200);
  const later = { authorization: `Bearer ${next.body.access_token}` };
  const renewed = await callTool(again.mcp, later, 'send_message_to_me', { message: 'b' });
  expect(renewed.body).toContain('"result_code":0');
  await again.stop();
  // What was used since stands under the new key.
  await using last = await serve({ ...environment, JEONBO_SECRET_KEY: young }, ['kakao']);
  const also = await callTool(last.mcp, later, 'send_message_to_me', { message: 'c' });
  expect(also.body).toContain('"result_code":0');
  expect((await refresh(last.url, client, next.body.refresh_token)).status).toBe(200);
  // The list of this person's log-ins does not: it stops no new one.
  expect((await logIn({ url: last.url, sandbox: place.sandbox }, { client })).tokens).toBeTruthy();
});

it('asks to log in again where the key of a log-in was taken away', async () => {
  const [old, young] = ['a1'.repeat(32), 'b2'.repeat(32)];
  await using place = await startKakaoPlace({ JEONBO_SECRET_KEY: old });
  const client = await register(place.url);
  const { tokens, headers } = await logIn(place, { client });
  await place.server.stop();
  const environment = { ...place.world.environment, PORT: new URL(place.url).port };
  const start = (JEONBO_SECRET_KEY: string) =>
    serve({ ...environment, JEONBO_SECRET_KEY }, ['kakao']);
  {
    // Something is written under the new key, or the ledger would miss the old one.
    await using both = await start(`${young},${old}`);
    const other = await logIn({ url: both.url, sandbox: place.sandbox }, { user: people.doyun });
    await callTool(both.mcp, other.headers, 'send_message_to_me', { message: 'a' });
  }
  await using server = await start(young);
  const again = { url: server.url, sandbox: place.sandbox };
  expect((await callTool(server.mcp, headers, 'check_message', { message: 'a' })).status).toBe(401);
  expect((await refresh(server.url, client, tokens.refresh_token)).body.error).toBe(
    'invalid_client',
  );
  const { headers: fresh } = await logIn(again);
  expect((await callTool(server.mcp, fresh, 'check_message', { message: 'a' })).status).toBe(200);
  await server.stop();
  expect(server.entries.map(({ event }) => event)).toContain('login not readable');
});
