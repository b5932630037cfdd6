import type { Message, ModelCall } from '../model/messages.ts';
import type { Asked } from './model-stub.ts';

const fields = ['model', 'messages', 'tools', 'tool_choice', 'max_tokens', 'stream'];

/** What a strict endpoint would refuse of a request. CLOVA Studio's rules where they are narrower than OpenAI's. */
export function problemsOf({ path, headers, body }: Asked): string[] {
  const { model, messages, tools = [], max_tokens, stream } = body;
  const key = headers.authorization?.replace('Bearer ', '');
  return [
    ...(path === '/v1/chat/completions' ? [] : [`path ${path}`]),
    ...Object.keys(body).flatMap((name) => (fields.includes(name) ? [] : [`field ${name}`])),
    ...(key && JSON.stringify(body).includes(key) ? ['the key is in the body'] : []),
    ...(typeof stream === 'boolean' ? [] : ['stream is missing']),
    ...(/^HCX/.test(model) && tools.length > 0 && !(max_tokens && max_tokens >= 1024)
      ? [`max_tokens ${max_tokens} beside tools`]
      : []),
    ...tools.flatMap((tool) => toolProblems(tool.function)),
    ...orderProblems(messages),
  ];
}

function toolProblems({
  name,
  description,
  parameters,
}: {
  readonly name: string;
  readonly description: string;
  readonly parameters: object;
}): string[] {
  const text = JSON.stringify(parameters);
  return [
    ...(/^[\w-]{1,64}$/.test(name) ? [] : [`function name ${name}`]),
    ...(description ? [] : [`${name} has no description`]),
    ...('type' in parameters && parameters.type === 'object' ? [] : [`${name} takes no object`]),
    ...(/"(?:\$schema|\$ref|additionalProperties|confirm_token)"/.test(text)
      ? [`${name}: ${text}`]
      : []),
  ];
}

/** One system message first; after calls their results, each once, before anything else. */
function orderProblems(messages: readonly Message[]): string[] {
  const problems: string[] = [];
  let open: string[] = [];
  messages.forEach((message, index) => {
    if ((message.role === 'system') !== (index === 0)) problems.push(`system at ${index}`);
    if (typeof message.content !== 'string') problems.push(`content at ${index}`);
    if (message.role === 'tool') {
      if (!open.includes(message.tool_call_id)) problems.push(`result without a call at ${index}`);
      open = open.filter((id) => id !== message.tool_call_id);
      return;
    }
    if (open.length > 0) problems.push(`no result for ${open.join(', ')} before ${index}`);
    const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : [];
    if (calls.some((call) => !isObject(call))) problems.push(`arguments at ${index} are no object`);
    open = calls.map(({ id }) => id);
    if (new Set(open).size < open.length) problems.push(`two calls of one id at ${index}`);
  });
  const last = messages.at(-1)?.role;
  if (last !== 'user' && last !== 'tool') problems.push(`the last message is of ${last}`);
  return problems;
}

function isObject(call: ModelCall): boolean {
  try {
    const given: unknown = JSON.parse(call.function.arguments);
    return typeof given === 'object' && given !== null && !Array.isArray(given);
  } catch {
    return false;
  }
}
