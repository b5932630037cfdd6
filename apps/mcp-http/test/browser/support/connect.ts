import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { expect } from 'vitest';
import { type ClientIdentity, createClientProvider } from './client-provider.ts';
import type { Listener } from './listener.ts';

interface Answer {
  readonly isError?: boolean | undefined;
  readonly structuredContent?: unknown;
  readonly content: readonly unknown[];
}

/** An MCP client that has its tokens. */
export interface Connected extends AsyncDisposable {
  call(name: string, parameters?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

interface ConnectOptions extends Omit<ClientIdentity, 'redirectUri'> {
  readonly listener: Listener;
  /** Gives an address to the person's browser, to log in. */
  readonly open: (address: string) => Promise<unknown>;
  /** Gives it an address in the middle of a call; without, the client says that it cannot. */
  readonly openLink?: (address: string) => void;
}

const info = { name: 'browser-test', version: '1.0.0' };

/** From the address alone: hears that it may not, finds out where to ask, asks the person, comes back with tokens. */
export async function connectModern(mcp: string, options: ConnectOptions): Promise<Connected> {
  const { listener, open, openLink } = options;
  const url = new URL(mcp);
  const authProvider = createClientProvider(identityOf(options), open);
  const create = () =>
    new Client(info, {
      capabilities: openLink ? { elicitation: { url: {} } } : {},
      versionNegotiation: { mode: { pin: '2026-07-28' } },
    });
  const first = new StreamableHTTPClientTransport(url, { authProvider });
  await expect(create().connect(first)).rejects.toThrow('Unauthorized');
  await first.finishAuth((await listener.callback).searchParams);
  const client = create();
  if (openLink)
    client.setRequestHandler('elicitation/create', ({ params }) => follow(params, openLink));
  await client.connect(new StreamableHTTPClientTransport(url, { authProvider }));
  return {
    call: (name, parameters = {}) => client.callTool({ name, arguments: parameters }),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

/** The same with the line of the SDK that most hosts embed. */
export async function connectLegacy(mcp: string, options: ConnectOptions): Promise<Connected> {
  const { listener, open, openLink } = options;
  const url = new URL(mcp);
  type Options = ConstructorParameters<typeof LegacyTransport>[1];
  type Transport = Parameters<LegacyClient['connect']>[0];
  const authProvider = createClientProvider(identityOf(options), open);
  const transport = () => new LegacyTransport(url, { authProvider } as unknown as Options);
  const first = transport();
  await expect(new LegacyClient(info).connect(first as Transport)).rejects.toThrow('Unauthorized');
  await first.finishAuth((await listener.callback).searchParams.get('code') ?? '');
  const client = new LegacyClient(info, {
    capabilities: openLink ? { elicitation: { url: {} } } : {},
  });
  if (openLink)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => follow(params, openLink));
  await client.connect(transport() as Transport);
  return {
    call: (name, parameters = {}) =>
      client.callTool({ name, arguments: parameters }) as Promise<Answer>,
    [Symbol.asyncDispose]: () => client.close(),
  };
}

function identityOf({ name, metadataUrl, listener: { redirectUri } }: ConnectOptions) {
  return { name, metadataUrl, redirectUri };
}

/** The person has it before them; what they do there the client cannot know. */
function follow(params: object, openLink: (address: string) => void) {
  const { mode, url } = params as { mode?: string; url?: string };
  expect(mode).toBe('url');
  openLink(url ?? '');
  return { action: 'accept' as const };
}
