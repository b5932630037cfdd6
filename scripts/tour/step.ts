import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Language, Words } from '../language.ts';

export interface TourContext {
  readonly client: Client;
  readonly sandboxUrl: string;
  readonly language: Language;
  /** What earlier steps found, for later ones. */
  readonly found: Map<string, unknown>;
}

/** One capability, shown. It says what happened in a line, or throws. */
export interface Step {
  readonly title: Words;
  run(context: TourContext): Promise<Words>;
}

type Content = Record<string, unknown>;

/** Calls a tool as an AI would; a tool that fails ends the tour. */
export async function callTool(
  { client }: TourContext,
  name: string,
  input: Content,
): Promise<Content> {
  const result = await client.callTool({ name, arguments: input });
  const content = result.structuredContent as Content | undefined;
  if (result.isError || !content)
    throw new Error(`${name}: ${JSON.stringify(content ?? result.content)}`);
  return content;
}

/** A call that is to fail. @returns the failure */
export async function failedCall(
  { client }: TourContext,
  name: string,
  input: Content,
): Promise<Content> {
  const result = await client.callTool({ name, arguments: input });
  if (!result.isError) throw new Error(`${name} did not fail`);
  return result.structuredContent as Content;
}

/** A step holds what it says: a miss ends the tour with a non-zero exit code. */
export function expect(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

export interface InboxMessage {
  readonly id: number;
  readonly state: string;
  readonly text: string;
  readonly code: string | null;
}

/** What the inbox shows for a number, awaited for up to ten seconds. */
export async function inbox(
  { sandboxUrl }: TourContext,
  query: Record<string, string>,
): Promise<InboxMessage> {
  const search = new URLSearchParams({ ...query, wait: '10000' });
  const response = await fetch(`${sandboxUrl}/_sandbox/messages?${search}`);
  const { messages } = (await response.json()) as { messages: InboxMessage[] };
  const message = messages.at(-1);
  if (!message) throw new Error(`no message for ${search}`);
  return message;
}
