import {
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernHttp,
} from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernStdio } from '@modelcontextprotocol/client/stdio';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as LegacyStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as LegacyHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createUrlDb } from '../../../src/url-db.ts';
import { bin } from '../../support/child.ts';
import type { World } from './world.ts';

interface CallResult {
  readonly isError?: boolean | undefined;
  readonly structuredContent?: unknown;
  readonly content: readonly unknown[];
}

interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly annotations?: object | undefined;
  readonly inputSchema: { readonly properties?: object | undefined };
  readonly outputSchema?: object | undefined;
}

interface Listed {
  readonly resources: readonly { readonly uri: string }[];
  readonly nextCursor?: string | undefined;
}

type Reference = { type: 'ref/prompt'; name: string } | { type: 'ref/resource'; uri: string };

/** What both clients do alike, over whatever way. */
export interface Host extends AsyncDisposable {
  readonly version: string | undefined;
  readonly instructions: string | undefined;
  call(name: string, parameters?: object): Promise<CallResult>;
  listTools(): Promise<readonly ListedTool[]>;
  listPrompts(): Promise<readonly { readonly name: string; readonly arguments?: unknown }[]>;
  promptText(name: string, parameters: Record<string, string>): Promise<string>;
  listResources(cursor?: string): Promise<Listed>;
  listTemplates(): Promise<readonly string[]>;
  readResource(uri: string): Promise<unknown>;
  complete(ref: Reference, name: string, value: string): Promise<readonly string[]>;
}

type Connect = (world: World) => Promise<Host>;

/** Both clients, as most hosts embed them and as the next ones will, both ways. */
export const hosts: readonly (readonly [string, string, Connect])[] = [
  ['sdk 1.x over a pipe', '2025-11-25', (world) => connectLegacy(pipe(LegacyStdio, world))],
  ['client 2.x over a pipe', '2026-07-28', (world) => connectModern(pipe(ModernStdio, world))],
  ['sdk 1.x over HTTP', '2025-11-25', overHttp(LegacyHttp, connectLegacy)],
  ['client 2.x over HTTP', '2026-07-28', overHttp(ModernHttp, connectModern)],
];

const info = { name: 'test-host', version: '1.0.0' };

async function connectLegacy(transport: LegacyStdio | LegacyHttp): Promise<Host> {
  const client = new LegacyClient(info);
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return {
    ...common(client),
    version: (transport as { protocolVersion?: string }).protocolVersion,
    call: (name, parameters = {}) =>
      client.callTool({ name, arguments: { ...parameters } }) as Promise<CallResult>,
  };
}

async function connectModern(transport: ModernStdio | ModernHttp): Promise<Host> {
  const client = new ModernClient(info, {
    versionNegotiation: { mode: { pin: '2026-07-28' } },
  });
  await client.connect(transport);
  return {
    ...common(client),
    version: client.getNegotiatedProtocolVersion(),
    call: (name, parameters = {}) => client.callTool({ name, arguments: { ...parameters } }),
  };
}

type SpawnOptions = ConstructorParameters<typeof LegacyStdio>[0];

function pipe<Transport>(
  Constructor: new (options: SpawnOptions) => Transport,
  { environment }: World,
): Transport {
  const args = [bin, '-mcp-mode=stdio'];
  return new Constructor({ command: process.execPath, args, env: { ...environment } });
}

function overHttp<Transport>(
  Constructor: new (url: URL, options: { requestInit: RequestInit }) => Transport,
  connect: (transport: Transport) => Promise<Host>,
): Connect {
  return async ({ environment }) => {
    const urlDb = createUrlDb({ environment: { ...environment, PORT: '0' } });
    const url = await urlDb.start();
    const requestInit = { headers: { 'accept-language': environment.JEONBO_LANG ?? 'ko' } };
    const host = await connect(new Constructor(new URL(`${url}/mcp`), { requestInit }));
    return {
      ...host,
      async [Symbol.asyncDispose]() {
        await host[Symbol.asyncDispose]();
        await urlDb.stop();
      },
    };
  };
}

function common(client: LegacyClient | ModernClient) {
  return {
    instructions: client.getInstructions(),
    listTools: async () => (await client.listTools()).tools,
    listPrompts: async () => (await client.listPrompts()).prompts,
    promptText: async (name: string, parameters: Record<string, string>) => {
      const { messages } = await client.getPrompt({ name, arguments: parameters });
      return messages.map(({ content }) => ('text' in content ? content.text : '')).join('\n');
    },
    listResources: (cursor?: string) =>
      client.listResources(cursor === undefined ? {} : { cursor }) as Promise<Listed>,
    listTemplates: async () => {
      const { resourceTemplates } = await client.listResourceTemplates();
      return resourceTemplates.map(({ uriTemplate }) => uriTemplate);
    },
    readResource: async (uri: string): Promise<unknown> => {
      const [first] = (await client.readResource({ uri })).contents;
      return first && 'text' in first ? JSON.parse(first.text) : undefined;
    },
    complete: async (ref: Reference, name: string, value: string) =>
      (await client.complete({ ref, argument: { name, value } })).completion.values,
    [Symbol.asyncDispose]: () => client.close(),
  };
}
