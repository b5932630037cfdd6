import { type OptionValues, splitArguments, suggest } from '@jeonbo/server';
import { isTokenName } from './callers/tokens.ts';
import { isServerName, serverNames } from './providers/providers.ts';
import type { ServerName } from './types.ts';
import { usageError } from './usage.ts';

/** What was typed, understood. */
export type Command =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'serve'; readonly servers: readonly ServerName[] }
  | { readonly kind: 'check'; readonly servers: readonly ServerName[]; readonly json: boolean }
  | { readonly kind: 'token'; readonly name: string };

const kinds = { help: 'flag', version: 'flag', check: 'flag', json: 'flag' } as const;
type Given = OptionValues<keyof typeof kinds>;

/**
 * Understands a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @throws UsageError
 */
export function parseCommandLine(argv: readonly string[]): Command {
  const { words, values: given } = splitArguments(argv, kinds, usageError);
  if (given.help) return { kind: 'help' };
  if (given.version) return { kind: 'version' };
  const [first, ...rest] = words;
  if (first === undefined) throw usageError('nothingGiven', { known: serverNames.join(', ') });
  if (first === 'token') return parseToken(rest, given);
  const servers = words.map(serverNamed);
  const twice = servers.find((name, index) => servers.indexOf(name) !== index);
  if (twice) throw usageError('givenTwice', { word: twice });
  if (given.check) return { kind: 'check', servers, json: given.json === true };
  if (given.json)
    throw usageError('optionOutOfPlace', { word: '--json', command: words.join(' ') });
  return { kind: 'serve', servers };
}

function parseToken([name, extra]: readonly string[], given: Given): Command {
  const [flag] = Object.keys(given);
  if (flag) throw usageError('optionOutOfPlace', { word: `--${flag}`, command: 'token' });
  if (name === undefined) throw usageError('nameMissing');
  if (extra !== undefined) throw usageError('wordTooMany', { word: extra });
  if (!isTokenName(name)) throw usageError('wrongName');
  return { kind: 'token', name };
}

function serverNamed(word: string): ServerName {
  if (isServerName(word)) return word;
  const meant = suggest(word, [...serverNames, 'token']);
  throw usageError('unknownServer', { word, known: serverNames.join(', ') }, meant);
}
