import { parseArgs } from 'node:util';
import { suggest } from '@jeonbo/server';
import { UsageError } from './usage-error.ts';

/** What each option takes. `help` and `version` also go by their first letter. */
export type OptionKinds<Name extends string> = Readonly<Record<Name, 'flag' | 'value'>>;

export type OptionValues<Name extends string> = Partial<Record<Name, string | true>>;

/**
 * Words and options of a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @throws UsageError
 */
export function splitArguments<Name extends string>(
  argv: readonly string[],
  kinds: OptionKinds<Name>,
): { readonly words: readonly string[]; readonly values: OptionValues<Name> } {
  const names = Object.keys(kinds) as Name[];
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(names.map((name) => [name, definitionOf(name, kinds[name])])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const values: OptionValues<Name> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName: option, value } = token;
    const name = names.find((one) => one === token.name);
    if (name === undefined) throw unknownOption(option, names);
    const takesValue = kinds[name] === 'value';
    if (takesValue && value === undefined) throw new UsageError('valueMissing', { option });
    if (!takesValue && value !== undefined) throw new UsageError('valueNotTaken', { option });
    if (values[name] !== undefined) throw new UsageError('givenTwice', { option });
    values[name] = value ?? true;
  }
  return { words, values };
}

function definitionOf(name: string, kind: 'flag' | 'value') {
  const type = kind === 'flag' ? ('boolean' as const) : ('string' as const);
  const short = name === 'help' || name === 'version' ? name.charAt(0) : undefined;
  return short === undefined ? { type } : { type, short };
}

function unknownOption(word: string, names: readonly string[]): UsageError {
  const known = names.map((name) => `--${name}`);
  return new UsageError('unknownOption', { word, known: known.join(', ') }, suggest(word, known));
}
