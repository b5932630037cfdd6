import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { authorizationRequest, logIn, redirectUri, register } from '../support/oauth.ts';

let place: KakaoPlace;
beforeAll(async () => {
  place = await startKakaoPlace({ JEONBO_HTTP_PROXIES: '1' });
});
afterAll(() => place[Symbol.asyncDispose]());

let posts = 0;
/** Each from an address of its own: what one address may is a test for itself. */
const post = (url: string, metadata: unknown, from = `2001:db8::${++posts}`) =>
  fetch(`${url}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `6.6.6.6, ${from}` },
    body: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
  });

describe('redirects', () => {
  it.each([
    [['http://localhost:1455/callback']],
    [['http://[::1]/callback']],
    [['cursor://anysphere.cursor-retrieval/oauth/callback']],
    [['com.example.app:/callback']],
    [['https://claude.ai/api/mcp/auth_callback']],
    [['https://vscode.dev/redirect', 'http://127.0.0.1/', 'http://localhost:33418/']],
  ])('may be %j', async (uris) => {
    const client = await register(place.url, { redirect_uris: uris });
    expect(client.redirect_uris).toEqual(uris);
    for (const uri of uris) {
      const { address } = authorizationRequest(place.url, { client, query: { redirect_uri: uri } });
      expect((await createBrowser().open(address)).next).toContain('/interaction/');
    }
  });

  it.each([
    'http://app.example/callback',
    'http://127.0.0.1.evil.example/callback',
    'https://localhost/callback',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'view-source:https://a.example/',
    'ws://127.0.0.1/',
    'intent://a#Intent;end',
    'https://user:secret@app.example/callback',
    'https://app.example/callback#fragment',
    'no address',
    `https://app.example/${'a'.repeat(2000)}`,
    '',
  ])('may not be %j', async (uri) => {
    const answer = await post(place.url, { redirect_uris: [uri] });
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toMatch(/^invalid_(redirect_uri|client_metadata)$/);
  });

  it.each([[undefined], [[]], ['https://app.example'], [Array(21).fill('https://a.example/')]])(
    'must be a list, not %j',
    async (redirect_uris) => {
      expect((await post(place.url, { redirect_uris })).status).toBe(400);
    },
  );
});

describe('what a client says about itself', () => {
  it('is made into what there is', async () => {
    const answer = await post(place.url, {
      client_name: 'Host',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      response_types: ['code', 'token'],
      token_endpoint_auth_method: 'none',
      scope: 'openid profile kakao:message',
      application_type: 'web',
      software_id: 'a',
      registration_access_token: 'x',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const client = await answer.json();
    expect(client).toMatchObject({
      client_id: expect.stringMatching(/^[\w-]{20,}$/),
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    });
    expect(client).not.toHaveProperty('client_secret');
    expect(client).not.toHaveProperty('registration_access_token');
    expect(client).not.toHaveProperty('scope');
  });

  it('is not looked up where it names addresses', async () => {
    const addresses = {
      jwks_uri: 'https://169.254.169.254/',
      logo_uri: 'https://169.254.169.254/',
      sector_identifier_uri: 'https://169.254.169.254/',
    };
    const answer = await post(place.url, { redirect_uris: [redirectUri], ...addresses });
    expect(answer.status).toBe(201);
    const kept = await answer.json();
    for (const name of Object.keys(addresses)) expect(kept).not.toHaveProperty(name);
  });

  it.each([
    { default_max_age: 1 },
    { require_auth_time: true },
    { id_token_signed_response_alg: 'RS256' },
    { subject_type: 'pairwise' },
    { response_modes: ['form_post'] },
  ])('does not stand in its way: %j', async (metadata) => {
    const client = await (
      await post(place.url, {
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'none',
        ...metadata,
      })
    ).json();
    const { address } = authorizationRequest(place.url, { client });
    expect((await createBrowser().open(address)).next).toContain('/interaction/');
  });

  it.each([
    ['a name that is too long', { client_name: 'n'.repeat(101) }],
    ['a name that is none', { client_name: { toString: 1 } }],
    ['another way to show who it is', { token_endpoint_auth_method: 'private_key_jwt' }],
  ])('is refused with %s', async (_name, metadata) => {
    const answer = await post(place.url, { redirect_uris: [redirectUri], ...metadata });
    expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_client_metadata']);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', 'null'],
  ])('is refused where it is %s', async (_name, body) => {
    expect((await post(place.url, body)).status).toBe(400);
  });

  it('is refused where it is too much', async () => {
    const body = JSON.stringify({ redirect_uris: [redirectUri], contacts: ['a'.repeat(100_000)] });
    expect((await post(place.url, body)).status).toBe(400);
  });
});

describe('registrations', () => {
  it('of one address are counted, and not those of who waits', async () => {
    await using own = await startKakaoPlace({ JEONBO_HTTP_PROXIES: '1' });
    const metadata = { redirect_uris: [redirectUri] };
    const from = (address: string) => post(own.url, metadata, address);
    const answers = await Promise.all(Array.from({ length: 40 }, () => from('203.0.113.7')));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(30).fill(201), ...Array(10).fill(429)]);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await from('203.0.113.8')).status).toBe(201);
  });

  it('that are not used are forgotten, those in use are kept', async () => {
    const { createAdapter, keepLogin } = await import('../../src/oauth/adapter.ts');
    const { createRecords, loadSecretKey, openDatabase } = await import('@jeonbo/store');
    const url = `file:${place.world.home}/clients.sqlite`;
    const database = await openDatabase(url);
    const key = await loadSecretKey({}, url);
    const { createLedger } = await import('@jeonbo/store');
    await createLedger(database, { key });
    const day = 24 * 3600 * 1000;
    let now = Date.now();
    const records = await createRecords(database, key, { now: () => now });
    const clients = createAdapter(records, () => now)('Client');
    await clients.upsert('used', { client_id: 'used' });
    await clients.upsert('unused', { client_id: 'unused' });
    now += 20 * day;
    await keepLogin(records, { clientId: 'used', grantId: undefined }, now);
    now += 11 * day;
    expect(await clients.find('unused')).toBeUndefined();
    expect(await clients.find('used')).toEqual({ client_id: 'used' });
    now += 170 * day;
    expect(await clients.find('used')).toBeUndefined();
    await database.close();
  });
});

it('keeps clients over a restart', async () => {
  const client = await register(place.url);
  const { serve } = await import('../support/world.ts');
  const { port } = new URL(place.url);
  await place.server.stop();
  await using again = await serve({ ...place.world.environment, PORT: port }, ['kakao']);
  const { tokens } = await logIn({ url: again.url, sandbox: place.sandbox }, { client });
  expect(tokens.access_token).toBeTruthy();
});
