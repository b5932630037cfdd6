import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { startKakaoPlace } from '../support/kakao-place.ts';
import {
  authorizationRequest,
  authorize,
  logIn,
  openConsent,
  redirectUri,
  refresh,
  register,
} from '../support/oauth.ts';
import { type RawRequest, send } from '../support/raw.ts';

// What whoever runs the server sees and sets.

const clientId = 'test-rest-api-key-2b7a4a7e9f52';

describe('what Kakao refuses', () => {
  it('is told with what to do about it, and the client hears that it did not work', async () => {
    const port = await freePort();
    const redirectUris = [`http://127.0.0.1:${port}/auth/callback`];
    const app = { clientId, clientSecret: 'another-secret-0123456789', redirectUris };
    const seed = { kakao: { apps: [app] } };
    await using place = await startKakaoPlace({ PORT: String(port) }, {}, { seed });
    const client = await register(place.url);
    const { address, state } = authorizationRequest(place.url, { client });
    const back = await authorize(place, address);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'server_error',
      error_description: 'Kakao did not log the person in (KOE010)',
      state,
      iss: place.url,
    });
    const told = place.server.entries.find(({ event }) => event === 'Kakao login failed');
    expect(told).toMatchObject({
      level: 'error',
      code: 'KOE010',
      next: expect.stringContaining('KAKAO_CLIENT_SECRET'),
    });
  });

  it('or does not answer at all', async () => {
    await using place = await startKakaoPlace();
    const client = await register(place.url);
    const browser = createBrowser();
    const consent = await openConsent(browser, authorizationRequest(place.url, { client }).address);
    place.sandbox.fault({ path: '/.well-known/openid-configuration', cut: 'after-read' });
    const { next = '' } = await browser.submit(consent, { decision: 'agree' });
    const { next: last = '' } = await browser.open(next);
    expect(new URL(last).searchParams.get('error')).toBe('temporarily_unavailable');
    // What failed is not remembered.
    expect((await logIn(place, { client })).tokens).toBeTruthy();
  });
});

it('is measured: log-ins, answers, tokens, by outcome and without a name', async () => {
  await using place = await startKakaoPlace();
  const { client, tokens } = await logIn(place);
  await refresh(place.url, client, tokens.refresh_token);
  await refresh(place.url, client, 'wrong');
  const browser = createBrowser();
  const consent = await openConsent(browser, authorizationRequest(place.url, { client }).address);
  await browser.submit(consent, { decision: 'decline' });
  const { body } = await send(`${place.url}/metrics`);
  expect(body).toContain('jeonbo_logins_total{outcome="done"} 1');
  expect(body).toContain('jeonbo_consents_total{outcome="agreed"} 1');
  expect(body).toContain('jeonbo_consents_total{outcome="declined"} 1');
  const token = (type: string, outcome: string) =>
    `jeonbo_oauth_tokens_total{grant_type="${type}",outcome="${outcome}"} 1`;
  expect(body).toContain(token('authorization_code', 'issued'));
  expect(body).toContain(token('refresh_token', 'issued'));
  expect(body).toContain(token('refresh_token', 'invalid_grant'));
  expect(body).not.toContain('3000000001');
});

it('is told at the start what will not work', async () => {
  const said = async (settings: Record<string, string>) => {
    await using place = await startKakaoPlace(settings);
    await place.server.stop();
    const warnings = place.server.entries.filter(({ level }) => level === 'warn');
    return warnings.map(({ event, setting, next }) => [event, setting ?? next]);
  };
  expect(await said({})).toEqual([]);
  expect(await said({ KAKAO_CLIENT_ID: '' })).toEqual([['setting missing', 'KAKAO_CLIENT_ID']]);
  const BASE_URL = 'https://mcp.example.com';
  expect(await said({ BASE_URL })).toEqual([['proxy not counted', 'JEONBO_HTTP_PROXIES=1']]);
  expect(await said({ BASE_URL, JEONBO_HTTP_PROXIES: '1' })).toEqual([]);
});

describe('behind a proxy where TLS ends', () => {
  const issuer = 'https://mcp.example.com';
  const settings = { BASE_URL: issuer };
  const mean = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example',
  };

  it('hands out cookies for https alone, and addresses of its own alone', async () => {
    await using place = await startKakaoPlace(settings);
    const ask = (path: string, raw: RawRequest = {}) =>
      send(place.url + path, { ...raw, headers: { ...mean, ...raw.headers } });
    const body = { redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' };
    const client = JSON.parse((await ask('/register', { body })).body);
    const { address } = authorizationRequest('', { client });
    const started = await ask(address);
    const cookies = [started.headers['set-cookie'] ?? []].flat();
    expect(cookies.map((line) => line.split('=')[0])).toEqual([
      '__Secure-jeonbo_interaction',
      '__Secure-jeonbo_interaction.sig',
      '__Secure-jeonbo_resume',
      '__Secure-jeonbo_resume.sig',
    ]);
    for (const line of cookies) expect(line).toMatch(/; samesite=lax; secure; httponly$/);
    const location = String(started.headers.location);
    expect(location).toMatch(/^\/interaction\/[\w-]+$/);
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const page = await ask(location, { headers: { cookie } });
    expect(page.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-jeonbo_browser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(page.body) ?? [];
    const browser = [page.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
    const declined = await ask(location, {
      body: new URLSearchParams({ csrf, decision: 'decline' }).toString(),
      headers: {
        cookie: [cookie, ...browser].join('; '),
        origin: issuer,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    // Made when the request came, by what it said of itself.
    expect(declined.body).toContain(`url=${issuer}/authorize/`);
    const error = await ask(`/authorize?client_id=${client.client_id}&redirect_uri=${redirectUri}`);
    expect(String(error.headers.location)).toContain(`iss=${encodeURIComponent(issuer)}`);
  });

  it('answers to its own names only', async () => {
    await using place = await startKakaoPlace(settings);
    const status = async (path: string, host: string) =>
      (await send(place.url + path, { headers: { host } })).status;
    for (const path of [
      '/authorize?client_id=a',
      '/m/a',
      '/.well-known/oauth-authorization-server',
      '/mcp',
    ])
      expect([path, await status(path, 'evil.example')]).toEqual([
        path,
        path === '/mcp' || path.startsWith('/.well') ? 403 : 400,
      ]);
    expect(await status('/.well-known/oauth-authorization-server', 'mcp.example.com')).toBe(200);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
