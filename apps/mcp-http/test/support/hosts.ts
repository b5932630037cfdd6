import {
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernTransport,
} from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

interface CallResult {
  readonly isError?: boolean | undefined;
  readonly structuredContent?: unknown;
  readonly content: readonly unknown[];
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: { progress: number }) => void;
}

/** What both clients do alike. */
export interface Host extends AsyncDisposable {
  readonly version: string | undefined;
  readonly sessionId: string | undefined;
  call(name: string, parameters: object, options?: CallOptions): Promise<CallResult>;
  listTools(): Promise<readonly { readonly name: string; readonly inputSchema: object }[]>;
  readResource(uri: string): Promise<string>;
  promptText(name: string, parameters: Record<string, string>): Promise<string>;
}

/** How a person answers, now or later; without one the client says that it cannot ask. */
type Answer = { confirm: boolean } | 'decline';
export type Person = (question: string) => Answer | Promise<Answer>;
type Headers = Readonly<Record<string, string>>;
export type Connect = (url: string, headers: Headers, person?: Person) => Promise<Host>;

/** Both clients, as most hosts embed them and as the next ones will. */
export const hosts: readonly (readonly [string, string, Connect])[] = [
  ['sdk 1.x', '2025-11-25', connectLegacy],
  ['client 2.x', '2026-07-28', connectModern],
];

const info = { name: 'test-host', version: '1.0.0' };

export async function connectLegacy(url: string, headers: Headers, person?: Person): Promise<Host> {
  const transport = new LegacyTransport(new URL(url), { requestInit: { headers } });
  const client = new LegacyClient(info, { capabilities: person ? { elicitation: {} } : {} });
  if (person)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => reply(person, params.message));
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  return {
    ...common(client),
    version: transport.protocolVersion,
    get sessionId() {
      return transport.sessionId;
    },
    call: (name, parameters, options = {}) =>
      client.callTool(
        { name, arguments: { ...parameters } },
        undefined,
        options,
      ) as Promise<CallResult>,
  };
}

export async function connectModern(url: string, headers: Headers, person?: Person): Promise<Host> {
  const transport = new ModernTransport(new URL(url), { requestInit: { headers } });
  const client = new ModernClient(info, {
    capabilities: person ? { elicitation: {} } : {},
    versionNegotiation: { mode: { pin: '2026-07-28' } },
  });
  if (person)
    client.setRequestHandler('elicitation/create', ({ params }) => reply(person, params.message));
  await client.connect(transport);
  return {
    ...common(client),
    version: client.getNegotiatedProtocolVersion(),
    sessionId: undefined,
    call: (name, parameters, options = {}) =>
      client.callTool({ name, arguments: { ...parameters } }, options),
  };
}

async function reply(person: Person, question: string) {
  const answer = await person(question);
  return answer === 'decline'
    ? { action: 'decline' as const }
    : { action: 'accept' as const, content: answer };
}

function common(client: LegacyClient | ModernClient) {
  return {
    listTools: async () => (await client.listTools()).tools,
    promptText: async (name: string, parameters: Record<string, string>) => {
      const { messages } = await client.getPrompt({ name, arguments: parameters });
      return messages.map(({ content }) => ('text' in content ? content.text : '')).join('\n');
    },
    readResource: async (uri: string) => {
      const { contents } = await client.readResource({ uri });
      return contents.map((content) => ('text' in content ? content.text : '')).join('\n');
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
