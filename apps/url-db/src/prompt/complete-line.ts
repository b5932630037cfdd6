import { completeDomain, completeKey } from '../mcp/complete.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import { isNamed } from './help.ts';
import { allCommands } from './run-line.ts';

/**
 * What the word before the cursor may become, as node:readline wants it.
 *
 * @returns the candidates, and the part of the line that they replace
 */
export async function completeLine(
  line: string,
  context: OperationContext,
): Promise<[string[], string]> {
  const text = line.replace(/^\s*(?:>\s*)?/, '');
  const words = text.split(/\s+/);
  const start = words.at(-1) ?? '';
  if (words.length === 1) return [commandNames(start), start];
  const command = allCommands.find((one) => isNamed(one, words[0] ?? ''));
  const kind = command?.parameters[words.length - 2]?.kind;
  if (kind === 'command') return [commandNames(start), start];
  if (kind === 'domain') return [spaced((await completeDomain(start, context)).values), start];
  if (kind === 'key') return [(await completeKey(start, context)).values, start];
  return [[], start];
}

function commandNames(start: string): string[] {
  return spaced(allCommands.map(({ name }) => name).filter((name) => name.startsWith(start)));
}

/** The only one is whole: what follows is the next word. */
function spaced(names: readonly string[]): string[] {
  return names.length === 1 ? [`${names[0]} `] : [...names];
}
