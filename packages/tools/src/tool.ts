import type { JeonboError, Language } from '@jeonbo/core';
import type { AuditLog, ConfirmationStore, SendLedger } from '@jeonbo/core/ledger';
import type * as z from 'zod/mini';
import type { GuardSettings } from './guard/settings.ts';
import type { FieldNames } from './issues.ts';
import type { ObjectShape } from './json-schema.ts';
import { parseInput } from './parse-input.ts';
import type { Words } from './words.ts';

/** What every tool may use. Made by the app; each provider adds its client. */
export interface ToolContext {
  readonly language: Language;
  readonly ledger: SendLedger;
  readonly audit: AuditLog;
  readonly confirmations: ConfirmationStore;
  readonly guard: GuardSettings;
  /** The server's own keys and tokens: they never leave inside a message. */
  readonly secrets: readonly string[];
  /** Who is calling, where one server serves several: no caller sees another's history, sends or limits. */
  readonly caller?: string;
  /** What the tools call core's fields. Comes from the toolset. */
  readonly fieldNames?: FieldNames;
  /** Hears of faults of this program; the caller is only told INTERNAL_ERROR. */
  readonly onFault?: (error: unknown, action: string) => void;
}

/** What belongs to one call. */
export interface ToolCall {
  readonly signal?: AbortSignal;
  /** Reports to the client, where it asked for progress. Never fails. */
  readonly progress: (done: number, total: number, words: Words) => void;
  /** Whether a person can be asked during the call, and what they answered when it was asked before. */
  readonly person: {
    readonly canBeAsked: boolean;
    /** Whether the client shows a person an address to open. Default: no. */
    readonly canOpenLinks?: boolean;
    readonly reply?: PersonReply;
  };
}

export interface PersonReply {
  /** What was asked: to agree, or to open a link. */
  readonly to: 'question' | 'link';
  /** The `state` of the question, proven to be ours. */
  readonly state: string;
  /** Of a link: that it was opened, not what was done there. */
  readonly agreed: boolean;
}

/** Structured content and a short text. */
export interface Told {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** An answer, or a question to the person before anything happens. */
export type ToolAnswer = Told | { readonly question: Question | LinkToOpen };

export interface Question {
  readonly message: string;
  /** What the person agrees to, as a button or box would say it. */
  readonly label: string;
  /** Comes back with the reply, sealed. */
  readonly state: string;
}

/** Something a person does in their browser, where neither the client nor the agent sees it. */
export interface LinkToOpen {
  readonly message: string;
  readonly url: string;
  readonly state: string;
}

/** All four, said outright: the defaults of the protocol are the careless ones. */
export interface Annotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

type InputSchema = z.ZodMiniObject;

export interface ToolDefinition<Input extends InputSchema, Context extends ToolContext> {
  readonly name: string;
  readonly title: Words;
  /** When to use it and when not. */
  readonly description: Words;
  readonly input: Input;
  readonly parameters: Readonly<Record<keyof z.output<Input>, Words>>;
  /** What a success holds; the shape of a failure is the same for all tools. */
  readonly output: ObjectShape;
  readonly annotations: Annotations;
  /** What this tool calls core's fields, where the toolset's words are not its own. */
  readonly fieldNames?: FieldNames;
  /** What a failure tells beside its code. */
  readonly inFailure?: (error: JeonboError, context: Context) => Told;
  readonly handler: (
    input: z.output<Input>,
    context: Context,
    call: ToolCall,
  ) => Promise<ToolAnswer>;
}

/** A tool whose input type is closed over. */
export interface Tool<Context extends ToolContext = ToolContext>
  extends Omit<ToolDefinition<InputSchema, Context>, 'handler' | 'parameters'> {
  readonly parameters: Readonly<Record<string, Words>>;
  /** @throws JeonboError where the input is not as described, and whatever the handler throws */
  readonly run: (input: unknown, context: Context, call: ToolCall) => Promise<ToolAnswer>;
}

/** Handlers let errors pass: they are turned into words at one place, `runTool`. */
export function defineTool<Input extends InputSchema, Context extends ToolContext>(
  definition: ToolDefinition<Input, Context>,
): Tool<Context> {
  const { handler, ...rest } = definition;
  return {
    ...rest,
    run: async (input, context, call) => handler(parseInput(rest.input, input), context, call),
  };
}
