import {
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import { asUrlDbError } from '../errors/as-url-db-error.ts';
import type { ErrorAnswer } from '../errors/url-db-error.ts';
import type { Operation } from '../operations/define-operation.ts';
import { operations } from '../operations/operations.ts';
import { toolOperations } from './advertised-tools.ts';
import type { McpContext } from './context.ts';
import { adaptParameters, currentName } from './older-names.ts';
import { tellAnswer } from './tool-text.ts';

const tools = new Map<string, Operation>(toolOperations.map((one) => [one.name, one]));
/** What older versions had as a tool. */
const unlisted = new Map(
  operations.filter(({ name }) => name === 'get_domain_attribute').map((one) => [one.name, one]),
);

/**
 * Calls a tool by its name or an older one.
 *
 * @throws ProtocolError where there is none of that name; a failure of the tool itself is a result
 */
export async function callTool(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  context: McpContext,
): Promise<CallToolResult> {
  const current = currentName(name);
  const operation = tools.get(current) ?? unlisted.get(current);
  if (!operation)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Tool ${name} not found`);
  try {
    const adapted = await adaptParameters(current, parameters, context.operations);
    const whole = await operation.call(adapted.parameters, adapted.context);
    const answer = adapted.answer ? adapted.answer(whole) : whole;
    // Older clients read the text, as JSON.
    const isOlder = !tools.has(name);
    const text = isOlder
      ? JSON.stringify(answer)
      : tellAnswer(current, answer, context.operations.language);
    return resultOf(answer, text);
  } catch (error) {
    const failure = asUrlDbError(error);
    context.onFailure(current, failure);
    const answer = failure.in(context.operations.language);
    return { ...resultOf(answer, textOf(answer)), isError: true };
  }
}

function resultOf(answer: unknown, text: string): CallToolResult {
  return {
    structuredContent: answer as Record<string, unknown>,
    content: [{ type: 'text', text }],
  };
}

/** The facts help whoever has to mend the call, as the key of the node that holds a URL already. */
function textOf({ error, message, ...facts }: ErrorAnswer): string {
  const told = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : '';
  return `${error}: ${message}${told.slice(0, 2000)}`;
}
