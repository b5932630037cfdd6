import { settingNames } from './settings.ts';
import { suggest } from './suggest.ts';
import { UsageError } from './usage-error.ts';

/** What was typed, understood. */
export type CommandLine = {
  /** Settings given as KEY=VALUE; they go before the environment. */
  readonly settings: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'help' | 'version' | 'http' }
  | { readonly kind: 'check'; readonly json: boolean }
  /** `as` is left out where the terminal decides: a person gets the prompt, a pipe MCP. */
  | { readonly kind: 'stdio'; readonly as?: 'repl' | 'rpc' | undefined }
  /** A command that reads its own words. */
  | { readonly kind: 'command'; readonly name: string; readonly argv: readonly string[] }
);

/** Without a value each; `-help` means the same as `--help`, as in the promise. */
const flags = ['help', 'version', 'check', 'json', 'repl', 'rpc'] as const;
type Flag = (typeof flags)[number];
const short: Readonly<Record<string, Flag>> = { '-h': 'help', '-v': 'version' };
const modeOption = 'mcp-mode';
const modes = { stdio: 'stdio', sse: 'http', http: 'http' } as const;

/**
 * Understands a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @param commands that read their own words
 * @throws UsageError
 */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly string[],
): CommandLine {
  const { settings, words } = takeSettings(argv);
  const [first = ''] = words;
  if (first !== '' && !first.startsWith('-')) {
    if (words.some((word) => /^(?:-h|--?help)$/.test(word))) return { kind: 'help', settings };
    if (commands.includes(first))
      return { kind: 'command', name: first, argv: words.slice(1), settings };
    const known = commands.join(', ');
    throw new UsageError('unknownCommand', { word: first, known }, suggest(first, commands));
  }
  const { given, mode } = takeOptions(words);
  if (given.has('help')) return { kind: 'help', settings };
  if (given.has('version')) return { kind: 'version', settings };
  if (given.has('check')) return { kind: 'check', json: given.has('json'), settings };
  if (given.has('json')) throw new UsageError('outOfPlace', { word: '--json', command: 'url-db' });
  const forced = (['repl', 'rpc'] as const).filter((flag) => given.has(flag));
  const [as, other] = forced;
  if (other) throw new UsageError('outOfPlace', { word: '--rpc', command: '--repl' });
  if (mode === 'stdio') return { kind: 'stdio', as, settings };
  if (as) throw new UsageError('outOfPlace', { word: `--${as}`, command: '-mcp-mode=http' });
  return { kind: 'http', settings };
}

/** `DATABASE_URL=…` may stand anywhere. */
function takeSettings(argv: readonly string[]) {
  const settings: Record<string, string> = {};
  const words: string[] = [];
  for (const argument of argv) {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(argument) ?? [];
    if (name === undefined || value === undefined) {
      words.push(argument);
      continue;
    }
    if (!(settingNames as readonly string[]).includes(name)) {
      const known = settingNames.join(', ');
      throw new UsageError('unknownSetting', { word: name, known }, suggest(name, settingNames));
    }
    if (Object.hasOwn(settings, name)) throw new UsageError('givenTwice', { word: name });
    settings[name] = value;
  }
  return { settings, words };
}

/** One or two dashes, `=` or a space before the value: as the command line of the promise was read. */
function takeOptions(words: readonly string[]) {
  const given = new Set<Flag>();
  let mode: (typeof modes)[keyof typeof modes] | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [, name = '', value] = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
    const flag = short[word] ?? flags.find((known) => known === name);
    if (flag) {
      if (value !== undefined) throw new UsageError('valueNotTaken', { word: `--${flag}` });
      if (given.has(flag)) throw new UsageError('givenTwice', { word });
      given.add(flag);
    } else if (name === modeOption) {
      if (mode) throw new UsageError('givenTwice', { word: `-${modeOption}` });
      if (value === undefined) index += 1;
      mode = modeOf(value ?? words[index]);
    } else if (word.startsWith('-')) {
      const options = [`-${modeOption}`, ...flags.map((known) => `--${known}`)];
      throw new UsageError(
        'unknownOption',
        { word, known: options.join(', ') },
        suggest(word, options),
      );
    } else throw new UsageError('wordTooMany', { word });
  }
  return { given, mode };
}

function modeOf(word: string | undefined): 'stdio' | 'http' {
  if (word === undefined) throw new UsageError('valueMissing', { word: `-${modeOption}` });
  const known = (Object.keys(modes) as (keyof typeof modes)[]).find((mode) => mode === word);
  if (!known) throw new UsageError('wrongMode', { word }, suggest(word, Object.keys(modes)));
  return modes[known];
}
