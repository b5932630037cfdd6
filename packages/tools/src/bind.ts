import { JeonboError, type Language } from '@jeonbo/core';
import {
  completable,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type Advertised, advertise } from './advertise.ts';
import { ask, elicitationOf, replyOf, sealOf } from './bind/ask.ts';
import { runTool } from './call-tool.ts';
import { describeFailure, isFault } from './failure.ts';
import type { JsonSchema } from './json-schema.ts';
import { type Listing, listTool } from './listing.ts';
import type { Prompt } from './prompts/prompt.ts';
import type { Resource } from './resources/resource.ts';
import type { ToolCall, ToolContext } from './tool.ts';
import type { Toolset } from './toolset.ts';

export interface McpServerSettings<Context extends ToolContext> {
  readonly toolset: Toolset<Context>;
  /** Of this connection or request; its `language` is the one of all texts. */
  readonly context: Context;
  /** As the server names itself to clients. */
  readonly name: string;
  readonly version: string;
  /**
   * Seals what a client hands back after a person was asked: 32 bytes or more, the same for every instance that may
   * be asked next. Default: random, for this process.
   */
  readonly stateKey?: Uint8Array;
}

/** Lists change with a new version or other settings only, and those are the operator's own. */
const cacheHint = { ttlMs: 5 * 60_000, cacheScope: 'private' } as const;

/**
 * A server of the SDK with every tool, prompt and resource of a toolset, for both eras of the protocol. Cheap: made for
 * each connection or request.
 */
export function createMcpServer<Context extends ToolContext>(
  settings: McpServerSettings<Context>,
): McpServer {
  const { toolset, context, name, version, stateKey } = settings;
  const seal = sealOf(stateKey, context.caller);
  const server = new McpServer(
    { name, version },
    {
      instructions: toolset.instructions[context.language],
      // Nothing changes while a server runs.
      capabilities: {
        tools: { listChanged: false },
        // Without any the SDK has nothing that answers prompts/list.
        ...(toolset.prompts.length > 0 && { prompts: { listChanged: false } }),
        resources: { listChanged: false },
      },
      cacheHints: {
        'tools/list': cacheHint,
        'prompts/list': cacheHint,
        'resources/list': cacheHint,
        'resources/templates/list': cacheHint,
        'server/discover': cacheHint,
      },
      requestState: { verify: (state, request) => seal().verify(state, request) },
    },
  );
  for (const tool of toolset.tools) {
    const listing = listTool(tool, context.language);
    server.registerTool(tool.name, configOf(listing), async (input, request) => {
      const call = callOf(server, request, context.language);
      const answer = await runTool(toolset, tool.name, input, context, call);
      if ('question' in answer) return ask(answer.question, seal, request);
      const { structuredContent, text, isError } = answer;
      return { structuredContent, content: [{ type: 'text', text }], isError };
    });
  }
  for (const prompt of toolset.prompts) bindPrompt(server, prompt, context);
  for (const resource of toolset.resources) bindResource(server, resource, context);
  return server;
}

/* Tools */

const configs = new WeakMap<Listing, ReturnType<typeof createConfig>>();

function configOf(listing: Listing) {
  const config = configs.get(listing) ?? createConfig(listing);
  configs.set(listing, config);
  return config;
}

function createConfig(listing: Listing) {
  const { title, description, annotations } = listing;
  return {
    title,
    description,
    annotations,
    inputSchema: advertise(() => listing.inputSchema),
    outputSchema: advertise(() => listing.outputSchema),
  };
}

function callOf(server: McpServer, request: ServerContext, language: Language): ToolCall {
  const { mcpReq } = request;
  const reply = replyOf(request);
  const token = mcpReq._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    progress(progress, total, words) {
      if (token === undefined) return;
      const params = { progressToken: token, progress, total, message: words[language] };
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    },
    person: { ...elicitationOf(server, mcpReq.envelope), ...(reply && { reply }) },
  };
}

/* Prompts and resources */

function bindPrompt(server: McpServer, prompt: Prompt, context: ToolContext): void {
  const { language } = context;
  const config = { title: prompt.title[language], description: prompt.description[language] };
  const argsSchema = argumentsSchema(prompt, language);
  server.registerPrompt(prompt.name, { ...config, argsSchema }, async (given) => {
    const values = given as Record<string, string | undefined>;
    const text = await prompt.build(values, language).catch((error: unknown) => {
      throw protocolError(error, prompt.name, context);
    });
    return { messages: [{ role: 'user', content: { type: 'text', text } }] };
  });
}

/** The SDK looks for completions in `shape`, as zod objects have it. */
function argumentsSchema(prompt: Prompt, language: Language) {
  const shape: Record<string, Advertised> = {};
  const properties: Record<string, JsonSchema> = {};
  for (const { name, description, values } of prompt.arguments) {
    properties[name] = {
      type: 'string',
      description: `${description[language]}: ${values.join(', ')}`,
    };
    shape[name] = completable(
      advertise(() => ({})),
      (start) => values.filter((value) => value.startsWith(String(start))),
    );
  }
  return { ...advertise(() => ({ type: 'object', properties })), shape };
}

function bindResource<Context extends ToolContext>(
  server: McpServer,
  resource: Resource<Context>,
  context: Context,
): void {
  const { language } = context;
  const { name, uri, mimeType, names } = resource;
  const metadata = {
    title: resource.title[language],
    description: resource.description[language],
    mimeType,
  };
  const read = async (address: URL, variable: string, { mcpReq }: ServerContext) => {
    const text = await resource.read(variable, context, mcpReq.signal).catch((error: unknown) => {
      if (JeonboError.is(error) && error.code === 'NOT_FOUND')
        throw new ResourceNotFoundError(address.href);
      throw protocolError(error, uri, context);
    });
    return { contents: [{ uri: address.href, mimeType, text }] };
  };
  if (!uri.includes('{')) {
    server.registerResource(name, uri, metadata, (address, request) => read(address, '', request));
    return;
  }
  const [before = '', variable = ''] = uri.replace('}', '').split('{');
  const list =
    names &&
    (() => ({ resources: names.map((one) => ({ uri: before + one, name: one, mimeType })) }));
  const complete = {
    [variable]: (start: string) => (names ?? []).filter((one) => one.startsWith(start)),
  };
  const template = new ResourceTemplate(uri, { list, ...(names && { complete }) });
  server.registerResource(name, template, metadata, (address, variables, request) =>
    read(address, String(variables[variable]), request),
  );
}

/** Prompts and resources have no result for a failure; the words are the same as a tool's. */
function protocolError(error: unknown, action: string, context: ToolContext): ProtocolError {
  const { structuredContent, text } = describeFailure(error, context);
  const isInput = structuredContent.error_code === 'VALIDATION_ERROR';
  if (isFault(error)) context.onFault?.(error, action);
  const code = isInput ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(code, text, structuredContent);
}
