import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  inputRequired,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { LinkToOpen, PersonReply, Question } from '../tool.ts';

/* Asking a person: `input_required` in the modern era, which the SDK turns into requests to 2025-era clients. */

/** One key for each kind of answer, so that neither can be taken for the other. */
const keys = { question: 'confirmation', link: 'link' } as const;

export type Seal = ReturnType<typeof sealOf>;

let randomKey: Uint8Array | undefined;

function processKey(): Uint8Array {
  randomKey ??= crypto.getRandomValues(new Uint8Array(32));
  return randomKey;
}

/** Made when it is needed: the first look at `crypto` takes longer than everything else here. */
export function sealOf(key: Uint8Array | undefined, caller: string | undefined) {
  let codec: RequestStateCodec<{ state: string }> | undefined;
  return () => {
    codec ??= createRequestStateCodec({
      key: key ?? processKey(),
      bind: ({ mcpReq }) => JSON.stringify([mcpReq.method, caller]),
    });
    return codec;
  };
}

/** An address is shown as one, with its host, and opened by the client: no form carries it. */
export async function ask(question: Question | LinkToOpen, seal: Seal, request: ServerContext) {
  const { message, state } = question;
  const asked =
    'url' in question
      ? { [keys.link]: inputRequired.elicitUrl({ message, url: question.url }) }
      : { [keys.question]: inputRequired.elicit(formOf(question)) };
  return inputRequired({
    inputRequests: asked,
    requestState: await seal().mint({ state }, request),
  });
}

function formOf({ message, label }: Question) {
  return {
    mode: 'form' as const,
    message,
    requestedSchema: {
      type: 'object' as const,
      properties: { confirm: { type: 'boolean' as const, title: label } },
      required: ['confirm'],
    },
  };
}

/** What the person answered when they were asked before. */
export function replyOf({ mcpReq }: ServerContext): PersonReply | undefined {
  const state = mcpReq.requestState<{ state?: unknown }>()?.state;
  if (typeof state !== 'string') return undefined;
  const { [keys.question]: answer, [keys.link]: opened } = mcpReq.inputResponses ?? {};
  if (answer) return { to: 'question', state, agreed: isAccepted(answer) && isTicked(answer) };
  return opened ? { to: 'link', state, agreed: isAccepted(opened) } : undefined;
}

function isAccepted(response: unknown): boolean {
  return (response as { action?: unknown }).action === 'accept';
}

function isTicked(response: unknown): boolean {
  return (response as { content?: { confirm?: unknown } }).content?.confirm === true;
}

/** What the client said it can show a person. */
export function elicitationOf(
  server: McpServer,
  envelope: ServerContext['mcpReq']['envelope'],
): { readonly canBeAsked: boolean; readonly canOpenLinks: boolean } {
  const declared = envelope as Record<string, ClientCapabilities | undefined> | undefined;
  const capabilities =
    declared?.[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities();
  const { form, url } = capabilities?.elicitation ?? {};
  // Empty means forms, as before there were others.
  const hasForms =
    capabilities?.elicitation !== undefined && (form !== undefined || url === undefined);
  return { canBeAsked: hasForms, canOpenLinks: url !== undefined };
}
