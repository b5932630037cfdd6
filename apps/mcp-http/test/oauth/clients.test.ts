import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHostProvider, type HostProvider } from '../support/host-provider.ts';
import { logIn, redirectUri } from '../support/oauth.ts';
import { createWorld, type Running, serve, type World } from '../support/world.ts';

// Both lines of the SDK as hosts use them: they find everything out by themselves, from the address alone.

const metadataUrl = 'https://host.example/oauth/client.json';
const document = {
  client_id: metadataUrl,
  client_name: 'Host of a document',
  redirect_uris: [redirectUri],
  grant_types: [
    'authorization_code',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  token_endpoint_auth_method: 'none',
};

let world: World;
let server: Running;
beforeAll(async () => {
  world = await createWorld();
  const fetchClientMetadata = async (input: unknown) =>
    String(input) === metadataUrl ? Response.json(document) : new Response('', { status: 404 });
  server = await serve(world.environment, ['kakao'], { fetchClientMetadata });
});
afterAll(async () => {
  await server.stop();
  await world[Symbol.asyncDispose]();
});

const info = { name: 'test-host', version: '1.0.0' };
const url = () => new URL(server.mcp);

async function connectModern(authProvider: HostProvider) {
  const create = () => new Client(info, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  const transport = new StreamableHTTPClientTransport(url(), { authProvider });
  await expect(create().connect(transport)).rejects.toThrow(/Unauthorized/);
  await transport.finishAuth(authProvider.callback?.searchParams ?? new URLSearchParams());
  const client = create();
  await client.connect(new StreamableHTTPClientTransport(url(), { authProvider }));
  return client;
}

async function connectLegacy(authProvider: HostProvider) {
  const options = { authProvider } as unknown as ConstructorParameters<typeof LegacyTransport>[1];
  const transport = new LegacyTransport(url(), options);
  type Sent = Parameters<LegacyClient['connect']>[0];
  await expect(new LegacyClient(info).connect(transport as Sent)).rejects.toThrow('Unauthorized');
  await transport.finishAuth(authProvider.callback?.searchParams.get('code') ?? '');
  const client = new LegacyClient(info);
  await client.connect(new LegacyTransport(url(), options) as Sent);
  return client;
}

const lines = [
  ['client 2.x', connectModern],
  ['sdk 1.x', connectLegacy],
] as const;

it.each(lines)('%s registers itself and sends', async (_name, connect) => {
  const place = { url: server.url, sandbox: world.sandbox };
  const provider = createHostProvider(place);
  const client = await connect(provider);
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('send_message_to_me');
  const sent = await client.callTool({
    name: 'send_message_to_me',
    arguments: { message: `by ${_name}` },
  });
  expect(sent.structuredContent).toMatchObject({ result_code: 0 });
  const [asked] = provider.asked;
  expect(asked?.searchParams.get('resource')).toBe(server.mcp);
  expect(asked?.searchParams.get('scope')).toBe('kakao:message kakao:friends');
  expect(provider.callback?.searchParams.get('iss')).toBe(server.url);
  await client.close();
});

it.each(lines)('%s names itself by a document', async (_name, connect) => {
  const place = { url: server.url, sandbox: world.sandbox };
  const provider = createHostProvider(place, { clientMetadataUrl: metadataUrl });
  const client = await connect(provider);
  expect((await client.listTools()).tools).not.toEqual([]);
  expect(provider.asked[0]?.searchParams.get('client_id')).toBe(metadataUrl);
  expect((await provider.tokens())?.refresh_token).toBeTruthy();
  await client.close();
});

it('asks for more where a tool needs more than the token is for', async () => {
  const place = { url: server.url, sandbox: world.sandbox };
  const before = await logIn(place, { query: { scope: 'kakao:message' } });
  const authProvider = createHostProvider(place, { before });
  const client = new Client(info, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  const transport = new StreamableHTTPClientTransport(url(), { authProvider });
  await client.connect(transport);
  const search = () => client.callTool({ name: 'search_kakao_friends', arguments: {} });
  await expect(search()).rejects.toThrow(/Unauthorized/);
  expect(authProvider.asked[0]?.searchParams.get('scope')).toBe('kakao:message kakao:friends');
  await transport.finishAuth(authProvider.callback?.searchParams ?? new URLSearchParams());
  expect((await search()).structuredContent).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
  await client.close();
});
