import { openDatabase } from '@jeonbo/store';
import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import {
  atKakao,
  authorizationRequest,
  authorize,
  logIn,
  postToken,
  redirectUri,
  refresh,
  register,
} from '../support/oauth.ts';
import { type Pair, type PairOptions, startPair } from '../support/pair.ts';
import { callTool, contentOf, modern, send } from '../support/raw.ts';

// Two processes on one PostgreSQL: what one of them kept to itself, the next request would miss.

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const create = async (options?: PairOptions): Promise<Pair> =>
  startPair(await postgres.createDatabase(), options);

/** Which instance had which request, since `from`. */
const handed = ({ balancer }: Pair, from = 0) =>
  balancer.log.slice(from).map(({ method, path, target }) => [method, generic(path), target]);

const generic = (path: string) => path.replace(/^\/(interaction|authorize|m)\/.+$/, '/$1/…');

/** One more request, so that the next one goes to the other instance than it would have. */
const takeTurn = async ({ url }: Pair) => {
  await (await fetch(`${url}/healthz`)).text();
};

describe.each([
  ['a balancer that puts the target into Host', { host: 'rewritten' }],
  ['a balancer that keeps Host', { host: 'kept' }],
  ['a balancer that forwards Host', { host: 'forwarded', settings: { JEONBO_HTTP_PROXIES: '1' } }],
  [
    'a balancer where TLS ends',
    { host: 'forwarded', tls: true, settings: { JEONBO_HTTP_PROXIES: '1' } },
  ],
] as const)('behind %s', (_name, options) => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await create(options);
  });
  afterAll(() => pair[Symbol.asyncDispose]());

  it.each([0, 1])('each step of a login finds what the other left, first on %i', async (first) => {
    const { balancer, sandbox, mcp } = pair;
    while (balancer.log.length % 2 !== first) await takeTurn(pair);
    const from = balancer.log.length;
    const { headers } = await logIn(pair);
    const message = `first on ${first}`;
    const answer = await callTool(mcp, headers, 'send_message_to_me', { message });
    expect(contentOf(answer)).toMatchObject({ success: true, result_code: 0 });
    expect(sandbox.messages({ q: message })).toHaveLength(1);
    const other = 1 - first;
    expect(handed(pair, from)).toEqual([
      ['POST', '/register', first],
      ['GET', '/authorize', other],
      ['GET', '/interaction/…', first],
      ['POST', '/interaction/…', other],
      ['GET', '/auth/callback', first],
      ['GET', '/authorize/…', other],
      ['POST', '/token', first],
      ['POST', '/mcp', other],
    ]);
  });
});

it('says the same addresses on both, whatever Host it is asked by', async () => {
  const BASE_URL = 'https://mcp.example.com';
  await using pair = await create({ settings: { BASE_URL } });
  for (const { url } of pair.instances)
    for (const host of ['mcp.example.com', new URL(url).host, 'localhost']) {
      const headers = { host };
      const resource = '/.well-known/oauth-protected-resource/mcp';
      expect(JSON.parse((await send(url + resource, { headers })).body)).toMatchObject({
        resource: `${BASE_URL}/mcp`,
        authorization_servers: [BASE_URL],
      });
      const server = '/.well-known/oauth-authorization-server';
      expect(JSON.parse((await send(url + server, { headers })).body)).toMatchObject({
        issuer: BASE_URL,
        token_endpoint: `${BASE_URL}/token`,
      });
      const list = modern('tools/list');
      const refused = await send(`${url}/mcp`, { ...list, headers: { ...list.headers, host } });
      expect(refused.status).toBe(401);
      expect(refused.headers['www-authenticate']).toContain(`"${BASE_URL}${resource}"`);
    }
});

describe('of two instances', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await create();
  });
  afterAll(() => pair[Symbol.asyncDispose]());

  it('a code that both redeem at once gives tokens once', async () => {
    const client = await register(pair.url);
    const { verifier, address } = authorizationRequest(pair.url, { client });
    const back = await authorize(pair, address);
    const fields = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      client_id: client.client_id,
      code_verifier: verifier,
    };
    const answers = await Promise.all(pair.instances.map(({ url }) => postToken(url, fields)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const refused = answers.find(({ status }) => status === 400);
    expect(refused?.body.error).toBe('invalid_grant');
  });

  it('a callback that both get at once counts once', async () => {
    const client = await register(pair.url);
    const browser = createBrowser();
    const { address } = authorizationRequest(pair.url, { client });
    const consent = (await browser.open(address)).next ?? '';
    const page = { ...(await browser.open(consent)), url: consent };
    const { next = '' } = await browser.submit(page, { decision: 'agree' });
    const callback = new URL(await atKakao(pair, next, '김서연'));
    const visits = await Promise.all(
      pair.instances.map(({ url }) => browser.open(url + callback.pathname + callback.search)),
    );
    expect(visits.map(({ status }) => status).toSorted()).toEqual([303, 400]);
  });

  it('a refresh token that both get at once has one successor', async () => {
    const { client, tokens } = await logIn(pair);
    const from = pair.balancer.log.length;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => refresh(pair.url, client, tokens.refresh_token)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const successors = new Set(answers.map(({ body }) => body.refresh_token));
    expect(successors.size).toBe(1);
    expect([...successors]).not.toContain(tokens.refresh_token);
    const targets = handed(pair, from).map(([, , target]) => target);
    expect(targets.toSorted()).toEqual([0, 0, 0, 1, 1, 1]);
    // All that were given out are good, at both.
    for (const { body } of answers)
      for (const { url } of pair.instances) {
        const headers = { authorization: `Bearer ${body.access_token}` };
        const answer = await callTool(`${url}/mcp`, headers, 'check_message', { message: 'a' });
        expect(answer.status).toBe(200);
      }
    // And the line goes on at either.
    const [successor = ''] = successors;
    const next = await refresh(pair.url, client, successor);
    expect(next.status).toBe(200);
    expect(next.body.refresh_token).not.toBe(successor);
  });

  it('friends are consented to on the other instance than asked', async () => {
    const { headers } = await logIn(pair);
    const search = () => callTool(pair.mcp, headers, 'search_kakao_friends', {});
    const from = pair.balancer.log.length;
    const missing = contentOf(await search());
    expect(missing).toMatchObject({ success: false, error_code: 'CONSENT_REQUIRED' });
    const { consent_url } = missing.details as { consent_url: string };
    const callback = await atKakao(pair, consent_url, '김서연');
    expect((await createBrowser().open(callback)).status).toBe(200);
    await takeTurn(pair);
    expect(contentOf(await search())).toMatchObject({ total_count: 4 });
    const [first, second, , last] = handed(pair, from);
    expect([first, second, last]).toEqual([
      ['POST', '/mcp', expect.any(Number)],
      ['GET', '/friends/callback', 1 - Number(first?.[2])],
      ['POST', '/mcp', 1 - Number(first?.[2])],
    ]);
  });

  it('a page that one wrote is read at the other', async () => {
    const { headers } = await logIn(pair);
    const message = `처음 ${'가나다 '.repeat(300)} 끝`;
    const from = pair.balancer.log.length;
    const sent = contentOf(await callTool(pair.mcp, headers, 'send_message_to_me', { message }));
    const link = String(sent.link);
    expect(link.startsWith(`${pair.url}/m/`)).toBe(true);
    const page = await createBrowser().open(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain(message.trim());
    const [write, read] = handed(pair, from);
    expect(read).toEqual(['GET', '/m/…', 1 - Number(write?.[2])]);
  });

  it('what is revoked at one is over at the other at once', async () => {
    const { headers, client, tokens } = await logIn(pair);
    const another = await logIn(pair);
    const [one, two] = pair.instances;
    const call = (url: string, bearer: typeof headers) =>
      callTool(`${url}/mcp`, bearer, 'check_message', { message: 'a' });
    // Both have just looked it up: nothing that they remember may keep it alive.
    for (const { url } of pair.instances) expect((await call(url, headers)).status).toBe(200);
    const revoked = await fetch(`${one.url}/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: tokens.refresh_token, client_id: client.client_id }),
    });
    expect(revoked.status).toBe(200);
    for (const { url } of [two, one]) expect((await call(url, headers)).status).toBe(401);
    const renewed = await refresh(two.url, client, tokens.refresh_token);
    expect(renewed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    // The person's other login is not.
    for (const { url } of pair.instances)
      expect((await call(url, another.headers)).status).toBe(200);
  });

  it('a token that one wrote while the other revoked its login is none', async () => {
    const { headers } = await logIn(pair);
    const call = () => callTool(pair.mcp, headers, 'check_message', { message: 'a' });
    expect((await call()).status).toBe(200);
    // The login is gone, and the token came into the store after that.
    const database = await openDatabase(pair.world.environment.DATABASE_URL ?? '');
    await database.query("DELETE FROM sealed_records WHERE kind = 'oauth Grant'");
    await database.close();
    expect([(await call()).status, (await call()).status]).toEqual([401, 401]);
  });
});
