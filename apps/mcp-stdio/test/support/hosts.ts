import { Client as ModernClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernTransport } from '@modelcontextprotocol/client/stdio';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { bin } from './world.ts';

interface CallResult {
  readonly isError?: boolean | undefined;
  readonly structuredContent?: unknown;
  readonly content: readonly unknown[];
}

/** What both clients do alike. */
export interface Host extends AsyncDisposable {
  readonly version: string | undefined;
  readonly pid: number;
  call(name: string, parameters: object, options?: HostCallOptions): Promise<CallResult>;
  listTools(): Promise<readonly ListedTool[]>;
  listPrompts(): Promise<readonly { readonly name: string }[]>;
  promptText(name: string, parameters: Record<string, string>): Promise<string>;
  listResources(): Promise<readonly string[]>;
  readResource(uri: string): Promise<string>;
}

interface HostCallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: { progress: number; total?: number | undefined }) => void;
}

interface ListedTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly annotations?: object | undefined;
  readonly inputSchema: { readonly properties?: object | undefined };
  readonly outputSchema?: object | undefined;
}

/** How a person answers; without one the client says that it cannot ask. */
export type Person = (question: string) => { confirm: boolean } | 'decline';

type ServerName = 'baas' | 'twilio' | 'kakao';

export type Connect = (
  environment: Readonly<Record<string, string>>,
  person?: Person,
  server?: ServerName,
) => Promise<Host>;

/** Both clients, as most hosts embed them and as the next ones will. */
export const hosts: readonly (readonly [string, string, Connect])[] = [
  ['sdk 1.x', '2025-11-25', connectLegacy],
  ['client 2.x', '2026-07-28', connectModern],
];

const info = { name: 'test-host', version: '1.0.0' };

export async function connectLegacy(
  environment: Readonly<Record<string, string>>,
  person?: Person,
  server: ServerName = 'baas',
): Promise<Host> {
  const transport = new LegacyTransport(spawnOptions(server, environment));
  const client = new LegacyClient(info, { capabilities: person ? { elicitation: {} } : {} });
  if (person)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => reply(person, params.message));
  await client.connect(transport);
  return {
    ...common(client, transport),
    version: (transport as { protocolVersion?: string }).protocolVersion,
    call: (name, parameters, options = {}) =>
      client.callTool(
        { name, arguments: { ...parameters } },
        undefined,
        options,
      ) as Promise<CallResult>,
  };
}

async function connectModern(
  environment: Readonly<Record<string, string>>,
  person?: Person,
  server: ServerName = 'baas',
): Promise<Host> {
  const transport = new ModernTransport(spawnOptions(server, environment));
  const client = new ModernClient(info, {
    capabilities: person ? { elicitation: {} } : {},
    versionNegotiation: { mode: { pin: '2026-07-28' } },
  });
  if (person)
    client.setRequestHandler('elicitation/create', ({ params }) => reply(person, params.message));
  await client.connect(transport);
  return {
    ...common(client, transport),
    version: client.getNegotiatedProtocolVersion(),
    call: (name, parameters, options = {}) =>
      client.callTool({ name, arguments: { ...parameters } }, options),
  };
}

function spawnOptions(server: string, environment: Readonly<Record<string, string>>) {
  return {
    command: process.execPath,
    args: [bin, server],
    env: { ...environment },
    stderr: 'ignore' as const,
  };
}

function reply(person: Person, question: string) {
  const answer = person(question);
  return answer === 'decline'
    ? { action: 'decline' as const }
    : { action: 'accept' as const, content: answer };
}

function common(client: LegacyClient | ModernClient, transport: { readonly pid: number | null }) {
  return {
    get pid() {
      return transport.pid ?? 0;
    },
    listTools: async () => (await client.listTools()).tools,
    listPrompts: async () => (await client.listPrompts()).prompts,
    promptText: async (name: string, parameters: Record<string, string>) => {
      const { messages } = await client.getPrompt({ name, arguments: parameters });
      return messages.map(({ content }) => ('text' in content ? content.text : '')).join('\n');
    },
    listResources: async () => {
      const { resources } = await client.listResources();
      const { resourceTemplates } = await client.listResourceTemplates();
      return [
        ...resources.map(({ uri }) => uri),
        ...resourceTemplates.map((one) => one.uriTemplate),
      ];
    },
    readResource: async (uri: string) => {
      const { contents } = await client.readResource({ uri });
      return contents.map((content) => ('text' in content ? content.text : '')).join('\n');
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
