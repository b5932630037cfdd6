import { parseArgs } from 'node:util';
import { suggest } from './suggest.ts';
import type { UsageError } from './usage-error.ts';

/** What each option takes. `help` and `version` also go by their first letter. */
export type OptionKinds<Name extends string> = Readonly<Record<Name, 'flag' | 'value'>>;

export type OptionValues<Name extends string> = Partial<Record<Name, string | true>>;

/** Makes an app's own words of what is wrong with an option; `word` is the option. */
export type RefuseOption = (
  problem: 'unknownOption' | 'valueMissing' | 'valueNotTaken' | 'givenTwice',
  values: { readonly word: string; readonly known: string },
  suggestion?: string,
) => UsageError;

/**
 * Words and options of a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @throws UsageError
 */
export function splitArguments<Name extends string>(
  argv: readonly string[],
  kinds: OptionKinds<Name>,
  refuse: RefuseOption,
): { readonly words: readonly string[]; readonly values: OptionValues<Name> } {
  const names = Object.keys(kinds) as Name[];
  const options = names.map((name) => `--${name}`);
  const known = options.join(', ');
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
    const { rawName: word, value } = token;
    const name = names.find((one) => one === token.name);
    if (name === undefined) throw refuse('unknownOption', { word, known }, suggest(word, options));
    const takesValue = kinds[name] === 'value';
    if (takesValue && value === undefined) throw refuse('valueMissing', { word, known });
    if (!takesValue && value !== undefined) throw refuse('valueNotTaken', { word, known });
    if (values[name] !== undefined) throw refuse('givenTwice', { word, known });
    values[name] = value ?? true;
  }
  return { words, values };
}

function definitionOf(name: string, kind: 'flag' | 'value') {
  const type = kind === 'flag' ? ('boolean' as const) : ('string' as const);
  const short = name === 'help' || name === 'version' ? name.charAt(0) : undefined;
  return short === undefined ? { type } : { type, short };
}
