import { Client as ModernClient } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from '../bind.ts';
import type { ToolContext } from '../tool.ts';
import type { Toolset } from '../toolset.ts';

/** What a person is shown. */
export interface Shown {
  readonly mode?: string;
  readonly url?: string;
  readonly message: string;
}

interface Reply {
  readonly action: 'accept' | 'decline' | 'cancel';
  readonly content?: Record<string, boolean>;
}

export interface Host {
  /** What the client says it can show. */
  readonly elicitation?: { form?: Record<string, never>; url?: Record<string, never> };
  readonly onAsked?: (shown: Shown) => Reply | Promise<Reply>;
}

interface Served<Context extends ToolContext> {
  readonly toolset: Toolset<Context>;
  readonly context: Context;
}

function serve<Context extends ToolContext>({ toolset, context }: Served<Context>) {
  const [serverSide, clientSide] = InMemoryTransport.createLinkedPair();
  serveStdio(() => createMcpServer({ toolset, context, name: 'jeonbo', version: '1.0.0' }), {
    transport: serverSide,
  });
  return clientSide;
}

function nobody(): never {
  throw new Error('A client that can ask nobody was asked to.');
}

/** 2025-era hosts. The client holds what it gets against the listed schemas. */
export async function connectLegacy<Context extends ToolContext>(
  served: Served<Context>,
  { elicitation, onAsked = nobody }: Host,
) {
  const capabilities = elicitation ? { elicitation } : {};
  const client = new LegacyClient({ name: 'old', version: '1' }, { capabilities });
  if (elicitation)
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => ({
      ...(await onAsked(params as Shown)),
    }));
  await client.connect(serve(served) as Parameters<typeof client.connect>[0]);
  await client.listTools();
  return (name: string, input: Record<string, unknown>) =>
    client.callTool({ name, arguments: input });
}

/** 2026-07-28 hosts. */
export async function connectModern<Context extends ToolContext>(
  served: Served<Context>,
  { elicitation, onAsked = nobody }: Host,
) {
  const client = new ModernClient(
    { name: 'new', version: '1' },
    {
      capabilities: elicitation ? { elicitation } : {},
      versionNegotiation: { mode: 'auto' },
    },
  );
  if (elicitation)
    client.setRequestHandler('elicitation/create', async ({ params }) => ({
      ...(await onAsked(params as Shown)),
    }));
  await client.connect(serve(served) as Parameters<typeof client.connect>[0]);
  await client.listTools();
  return (name: string, input: Record<string, unknown>) =>
    client.callTool({ name, arguments: input });
}
