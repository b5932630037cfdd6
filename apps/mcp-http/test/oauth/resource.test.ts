import { createTokenVault, loadSecretKey, openDatabase } from '@jeonbo/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hosts } from '../support/hosts.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  authorizationRequest,
  logIn,
  openConsent,
  people,
  refresh,
  register,
} from '../support/oauth.ts';
import { callTool, modern, send } from '../support/raw.ts';
import { bearer, createWorld, serve } from '../support/world.ts';

let place: KakaoPlace;
beforeAll(async () => {
  place = await startKakaoPlace();
});
afterAll(() => place[Symbol.asyncDispose]());

const json = async (url: string, headers = {}) => {
  const { status, headers: sent, body } = await send(url, { headers });
  return { status, sent, body: JSON.parse(body) };
};
const wellKnown = '/.well-known/oauth-protected-resource';

describe('what a client finds', () => {
  it('is the same issuer, byte by byte, wherever it stands', async () => {
    const { url } = place;
    const server = await json(`${url}/.well-known/oauth-authorization-server`);
    const resource = await json(`${url + wellKnown}/mcp`);
    const { next = '' } = await followTo(await logIn(place));
    expect(url).not.toMatch(/\/$/);
    expect(server.body.issuer).toBe(url);
    expect(resource.body.authorization_servers).toEqual([url]);
    expect(new URL(next).searchParams.get('iss')).toBe(url);
  });

  it('says what the server takes (RFC 8414)', async () => {
    const { body, sent } = await json(`${place.url}/.well-known/oauth-authorization-server`);
    expect(body).toMatchObject({
      authorization_endpoint: `${place.url}/authorize`,
      token_endpoint: `${place.url}/token`,
      registration_endpoint: `${place.url}/register`,
      revocation_endpoint: `${place.url}/revoke`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: expect.arrayContaining(['none']),
      client_id_metadata_document_supported: true,
      authorization_response_iss_parameter_supported: true,
      scopes_supported: ['kakao:message', 'kakao:friends'],
    });
    expect(sent['access-control-allow-origin']).toBe('*');
  });

  it('says what each address is (RFC 9728)', async () => {
    for (const path of ['/mcp', '/kakao/mcp'])
      expect((await json(place.url + wellKnown + path)).body).toEqual({
        resource: place.url + path,
        authorization_servers: [place.url],
        scopes_supported: ['kakao:message', 'kakao:friends'],
        bearer_methods_supported: ['header'],
        resource_name: 'Jeonbo KakaoTalk',
      });
    expect((await json(place.url + wellKnown)).body.resource).toBe(`${place.url}/mcp`);
    expect((await json(`${place.url + wellKnown}/baas/mcp`)).status).toBe(404);
  });

  it.each([
    '/jwks',
    '/me',
    '/session/end',
    '/token/introspection',
    '/request',
    '/device',
    '/.well-known/openid-configuration',
  ])('has nothing at %s', async (path) => {
    expect((await json(place.url + path)).status).toBe(404);
  });
});

describe('a page of another site', () => {
  const origin = { origin: 'https://inspector.example' };
  it.each(['/token', '/register', '/revoke', '/.well-known/oauth-authorization-server'])(
    'may use %s, which no cookie opens',
    async (path) => {
      const { status, headers } = await send(place.url + path, {
        method: 'OPTIONS',
        headers: { ...origin, 'access-control-request-method': 'POST' },
      });
      expect([status, headers['access-control-allow-origin']]).toEqual([204, '*']);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    },
  );

  it('may not use MCP, nor read what a person sees', async () => {
    const { headers } = await logIn(place);
    const { status } = await send(place.mcp, {
      ...modern('tools/list'),
      headers: { ...headers, ...origin },
    });
    expect(status).toBe(403);
    const page = await send(`${place.url}/authorize?client_id=a`, { headers: origin });
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('MCP', () => {
  const list = (url: string, headers: Record<string, string>) => {
    const request = modern('tools/list');
    return send(url, { ...request, headers: { ...request.headers, ...headers } });
  };

  it('tells who has no token where to get one', async () => {
    for (const path of ['/mcp', '/kakao/mcp']) {
      const { status, headers } = await list(place.url + path, {});
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe(
        `Bearer scope="kakao:message kakao:friends", resource_metadata="${place.url + wellKnown + path}"`,
      );
    }
  });

  it.each([
    ['an invented one', 'a'.repeat(43)],
    ['one of the operator’s', bearer('kim').authorization.slice(7)],
  ])('takes no other token: %s', async (_name, token) => {
    const { status, headers } = await list(place.mcp, { authorization: `Bearer ${token}` });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('takes no token in the address or the body', async () => {
    const { tokens } = await logIn(place);
    expect((await list(`${place.mcp}?access_token=${tokens.access_token}`, {})).status).toBe(401);
  });

  it('takes a token at the address that it was given for, and nowhere else', async () => {
    const of = async (path: string) =>
      (await logIn(place, { user: people.doyun, query: { resource: place.url + path } })).headers;
    const [first, second] = [await of('/mcp'), await of('/kakao/mcp')];
    const statuses = async (headers: { authorization: string }) => [
      (await list(`${place.url}/mcp`, headers)).status,
      (await list(`${place.url}/kakao/mcp`, headers)).status,
    ];
    expect(await statuses(first)).toEqual([200, 401]);
    expect(await statuses(second)).toEqual([401, 200]);
  });

  it('asks for the scope that a tool needs, and sends nothing before', async () => {
    const only = async (scope: string) =>
      (await logIn(place, { user: people.mina, query: { scope } })).headers;
    const friends = await only('kakao:friends');
    const message = await only('kakao:message');
    const before = place.sandbox.messages().length;
    const sends = [
      ['send_message_to_me', { message: 'a' }],
      ['send_message', { uuid: 'a', message: 'a' }],
      ['send_kakao_template', { to: 'me', template: { object_type: 'text', text: 'a', link: {} } }],
    ] as const;
    for (const [name, parameters] of sends) {
      const { status, headers } = await callTool(place.mcp, friends, name, parameters);
      expect(status).toBe(403);
      expect(headers['www-authenticate']).toContain(
        'error="insufficient_scope", scope="kakao:friends kakao:message"',
      );
    }
    const search = await callTool(place.mcp, message, 'search_kakao_friends', {});
    expect(search.status).toBe(403);
    expect(search.headers['www-authenticate']).toContain('scope="kakao:message kakao:friends"');
    expect(place.sandbox.messages()).toHaveLength(before);
    for (const headers of [friends, message])
      expect((await callTool(place.mcp, headers, 'check_message', { message: 'a' })).status).toBe(
        200,
      );
  });

  it('asks for it in a list of calls too', async () => {
    const { headers } = await logIn(place, { query: { scope: 'kakao:friends' } });
    const call = { jsonrpc: '2.0', id: 1, method: 'tools/call' };
    const body = [
      { ...call, params: { name: 'check_message' } },
      { ...call, params: { name: 'send_message' } },
    ];
    expect((await send(place.mcp, { body, headers })).status).toBe(403);
  });

  it('leads to a new log-in where Kakao forgot the person', async () => {
    const client = await register(place.url);
    const { tokens, headers } = await logIn(place, { user: people.doyun, client });
    expect((await list(place.mcp, headers)).status).toBe(200);
    const url = `file:${place.world.home}/data/jeonbo/jeonbo.sqlite`;
    const database = await openDatabase(url);
    const vault = await createTokenVault(database, await loadSecretKey({}, url), {
      provider: 'kakao',
    });
    expect(await vault.accounts()).toContain(people.doyun);
    await vault.delete(people.doyun);
    await database.close();
    expect((await list(place.mcp, headers)).status).toBe(401);
    // A host would else refresh for ever, and never lead the person back.
    expect((await refresh(place.url, client, tokens.refresh_token)).body.error).toBe(
      'invalid_grant',
    );
  });
});

it.each(hosts)('of two people each has their own, with %s', async (_name, _version, connect) => {
  await using own = await startKakaoPlace({ JEONBO_SEND_LIMIT: '1' });
  const kim = await logIn(own, { user: people.seoyeon });
  const lee = await logIn(own, { user: people.doyun });
  await using first = await connect(own.mcp, kim.headers);
  await using second = await connect(own.mcp, lee.headers);
  const message = 'the same words';
  // Neither a duplicate nor over the limit: both are each person's own.
  for (const host of [first, second])
    expect((await host.call('send_message_to_me', { message })).structuredContent).toMatchObject({
      result_code: 0,
    });
  const receivers = own.sandbox.messages().map(({ to }) => to);
  expect(new Set(receivers).size).toBe(2);
  if (!first.sessionId) return;
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const use = (headers: { authorization: string }) =>
    send(own.mcp, {
      body: ping,
      headers: {
        ...headers,
        'mcp-session-id': first.sessionId ?? '',
        'mcp-protocol-version': '2025-11-25',
      },
    });
  expect((await use(kim.headers)).status).toBe(200);
  expect((await use(lee.headers)).status).toBe(404);
});

it('stands beside the others', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment, ['kakao', 'baas', 'twilio']);
  const all = { url: server.url, sandbox: world.sandbox };
  const { headers } = await logIn(all);
  const list = modern('tools/list');
  const status = async (path: string, authorization: { authorization: string }) =>
    (await send(server.url + path, { ...list, headers: { ...list.headers, ...authorization } }))
      .status;
  expect(await status('/kakao/mcp', headers)).toBe(200);
  expect(await status('/baas/mcp', bearer('kim'))).toBe(200);
  expect(await status('/twilio/mcp', bearer('kim'))).toBe(200);
  expect(await status('/mcp', headers)).toBe(404);
  expect(await status('/baas/mcp', headers)).toBe(401);
  expect(await status('/kakao/mcp', bearer('kim'))).toBe(401);
  const { body } = await json(`${server.url + wellKnown}/kakao/mcp`);
  expect(body.resource).toBe(`${server.url}/kakao/mcp`);
});

/** Where the last log-in of a browser led. */
async function followTo({ browser, client }: Awaited<ReturnType<typeof logIn>>) {
  const consent = await openConsent(browser, authorizationRequest(place.url, { client }).address);
  const declined = await browser.submit(consent, { decision: 'decline' });
  return browser.open(declined.next ?? '');
}
