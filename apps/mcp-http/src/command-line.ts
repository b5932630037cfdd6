import { parseArgs } from 'node:util';
import { suggest } from '@jeonbo/server';
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

const flags = ['help', 'version', 'check', 'json'] as const;
type Flag = (typeof flags)[number];

/**
 * Understands a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @throws UsageError
 */
export function parseCommandLine(argv: readonly string[]): Command {
  const { words, given } = split(argv);
  if (given.has('help')) return { kind: 'help' };
  if (given.has('version')) return { kind: 'version' };
  const [first, ...rest] = words;
  if (first === undefined) throw usageError('nothingGiven', { known: serverNames.join(', ') });
  if (first === 'token') return parseToken(rest, given);
  const servers = words.map(serverNamed);
  const twice = servers.find((name, index) => servers.indexOf(name) !== index);
  if (twice) throw usageError('givenTwice', { word: twice });
  if (given.has('check')) return { kind: 'check', servers, json: given.has('json') };
  if (given.has('json'))
    throw usageError('optionOutOfPlace', { word: '--json', command: words.join(' ') });
  return { kind: 'serve', servers };
}

function split(argv: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
      check: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const given = new Set<Flag>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName: word } = token;
    const name = flags.find((flag) => flag === token.name);
    const options = flags.map((flag) => `--${flag}`);
    if (!name)
      throw usageError(
        'unknownOption',
        { word, known: options.join(', ') },
        suggest(word, options),
      );
    if (token.value !== undefined) throw usageError('valueNotTaken', { word });
    if (given.has(name)) throw usageError('givenTwice', { word });
    given.add(name);
  }
  return { words, given };
}

function parseToken([name, extra]: readonly string[], given: ReadonlySet<Flag>): Command {
  const [flag] = given;
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
