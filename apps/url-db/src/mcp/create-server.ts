import {
  type CompleteRequestParams,
  type CompleteResult,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import { asUrlDbError } from '../errors/as-url-db-error.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import { version } from '../version.ts';
import { advertisedTools } from './advertised-tools.ts';
import { callTool } from './call-tool.ts';
import { completeDomain, completeKey } from './complete.ts';
import type { McpContext } from './context.ts';
import { instructions } from './instructions.ts';
import { completePrompt, getPrompt, listPrompts } from './prompts/prompts.ts';
import { listResources, listTemplates, nodeTemplate, readResource } from './resources.ts';

/** Tools and prompts change with a new version only; what is stored changes at any time. */
const fixed = { ttlMs: 5 * 60_000, cacheScope: 'private' } as const;
const cacheHints = {
  'tools/list': fixed,
  'prompts/list': fixed,
  'resources/templates/list': fixed,
  'server/discover': fixed,
};

const capabilities = {
  tools: { listChanged: false },
  prompts: { listChanged: false },
  resources: { listChanged: false },
  completions: {},
};

/** url-db as a server of the SDK, for both eras of the protocol. Cheap: made for each connection or request. */
export function createServer(context: McpContext): McpServer {
  const { operations } = context;
  const { language } = operations;
  const server = new McpServer(
    { name: 'url-db', title: 'url-db', version: version() },
    { capabilities, cacheHints, instructions: instructions[language] },
  );
  // Not `registerTool`: everything is known beforehand, and names that are not listed are answered too.
  const { server: protocol } = server;
  protocol.setRequestHandler('tools/list', () => ({ tools: [...advertisedTools(language)] }));
  protocol.setRequestHandler('tools/call', async ({ params }) =>
    protocol.projectCallToolResult(
      await context.inTurn(() => callTool(params.name, params.arguments ?? {}, context)),
      undefined,
    ),
  );
  protocol.setRequestHandler('resources/list', ({ params }) =>
    answered('resources/list', context, () => listResources(params?.cursor, operations)),
  );
  protocol.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: listTemplates(language),
  }));
  protocol.setRequestHandler('resources/read', ({ params }) =>
    answered('resources/read', context, () => readResource(params.uri, operations)),
  );
  protocol.setRequestHandler('prompts/list', () => ({ prompts: listPrompts(language) }));
  protocol.setRequestHandler('prompts/get', ({ params }) =>
    answered('prompts/get', context, () =>
      getPrompt(params.name, params.arguments ?? {}, operations),
    ),
  );
  protocol.setRequestHandler('completion/complete', ({ params }) =>
    answered('completion/complete', context, async () => ({
      completion: await complete(params, operations),
    })),
  );
  return server;
}

async function complete(
  { ref, argument }: CompleteRequestParams,
  context: OperationContext,
): Promise<CompleteResult['completion']> {
  if (ref.type === 'ref/prompt') return completePrompt(ref.name, argument, context);
  const isKnown = listTemplates(context.language).some(
    ({ uriTemplate }) => uriTemplate === ref.uri,
  );
  if (!isKnown)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Resource ${ref.uri} not found`);
  return ref.uri === nodeTemplate
    ? completeKey(argument.value, context)
    : completeDomain(argument.value, context);
}

/** Only tools have a result for a failure; elsewhere the same words are an error of the protocol. */
async function answered<Answer>(
  name: string,
  { onFailure, inTurn, operations }: McpContext,
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await inTurn(run);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    const failure = asUrlDbError(error);
    onFailure(name, failure);
    const isOurs = failure.status >= 500;
    const code = isOurs ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams;
    const answer = failure.in(operations.language);
    throw new ProtocolError(code, answer.message, answer);
  }
}
