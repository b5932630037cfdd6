import { asUrlDbError } from '../errors/as-url-db-error.ts';
import type { UrlDbError } from '../errors/url-db-error.ts';
import { suggest } from '../suggest.ts';
import { type Command, type PromptContext, PromptError, usageOf } from './command.ts';
import { commands } from './commands.ts';
import { help, isNamed } from './help.ts';
import { say } from './show.ts';
import { splitWords } from './split-words.ts';
import { texts } from './texts.ts';
import { visible } from './visible.ts';

export const allCommands: readonly Command[] = [help, ...commands];

/** What one line leads to. */
export interface LineOutcome {
  /** What is shown; empty for an empty line. */
  readonly text: string;
  /** Whether the prompt ends. */
  readonly ends?: true;
  /** Set where it failed; one of ours has its cause. */
  readonly error?: UrlDbError;
}

/** Understands and runs one line. Whatever goes wrong is told in words. */
export async function runLine(line: string, context: PromptContext): Promise<LineOutcome> {
  const split = splitWords(line);
  const failed = (words: (typeof texts)[keyof typeof texts], values: Record<string, string>) => ({
    text: say(texts.error, context, { message: say(words, context, values) }),
  });
  if ('openQuote' in split) return failed(texts.openQuote, { quote: split.openQuote });
  const [word, ...rest] = split.words;
  if (word === undefined) return { text: '' };
  const command = allCommands.find((one) => isNamed(one, word.toLowerCase()));
  if (!command) return { text: unknown(word, context) };
  try {
    const text = await command.run(valuesOf(command, rest), context);
    return text === undefined ? { text: '', ends: true } : { text };
  } catch (error) {
    if (error instanceof PromptError) return { text: misused(error, command, context) };
    const failure = asUrlDbError(error);
    return { text: told(failure, context), error: failure };
  }
}

/** @throws PromptError */
function valuesOf(command: Command, words: readonly string[]): readonly string[] {
  const { parameters, takesRest } = command;
  const missing = parameters[words.length];
  if (missing && !missing.optional) throw new PromptError(texts.missing, { name: missing.name });
  if (words.length <= parameters.length) return words;
  const last = parameters.length - 1;
  if (takesRest) return [...words.slice(0, last), words.slice(last).join(' ')];
  throw new PromptError(texts.tooMany, { word: visible(words[parameters.length] ?? '') });
}

function unknown(word: string, context: PromptContext): string {
  const name = suggest(
    word,
    allCommands.map((one) => one.name),
  );
  const message = say(texts.unknown, context, { word: visible(word) });
  const meant = name === undefined ? '' : ` ${say(texts.meant, context, { name })}`;
  return say(texts.error, context, { message: message + meant });
}

function misused({ words }: PromptError, command: Command, context: PromptContext): string {
  return [
    say(texts.error, context, { message: say(words, context) }),
    say(texts.usage, context, { usage: usageOf(command) }),
  ].join('\n');
}

/** An error with its facts: which field, which key. */
function told(error: UrlDbError, context: PromptContext): string {
  const { error: _code, message, details, ...facts } = error.in(context.operations.language);
  const fields = Array.isArray(details)
    ? details.map(({ field, message: problem }) => `  ${visible(field)}: ${problem}`)
    : [];
  const others = Object.entries(facts).map(
    ([name, value]) =>
      `  ${name}: ${visible(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return [say(texts.error, context, { message }), ...fields, ...others].join('\n');
}
