import { type OptionValues, splitArguments, suggest } from '@jeonbo/server';
import { isServerName, type ServerName, serverNames } from './servers.ts';
import { refuse, UsageError } from './usage-error.ts';

/** What was typed, understood. */
export type Command =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'serve'; readonly server: ServerName }
  | { readonly kind: 'check'; readonly server: ServerName; readonly json: boolean }
  | { readonly kind: 'print-config'; readonly server: ServerName; readonly host: Host }
  | {
      readonly kind: 'call';
      readonly server: ServerName;
      readonly tool: string;
      readonly json: string;
    }
  | { readonly kind: 'audit'; readonly action: AuditAction }
  /** Understood where they are run: a start need not know their options. */
  | { readonly kind: 'isolate' | 'kakao'; readonly argv: readonly string[] };

const hosts = ['claude', 'cursor', 'vscode'] as const;
export type Host = (typeof hosts)[number];

const auditActions = ['verify', 'export'] as const;
type AuditAction = (typeof auditActions)[number];

const flags = ['help', 'version', 'check', 'json', 'print-config', 'server'] as const;
type Flag = (typeof flags)[number];
type Values = OptionValues<Flag>;

/**
 * Understands a command line, strictly: what is not known is refused, with the word that was probably meant.
 *
 * @throws UsageError
 */
export function parseCommandLine(argv: readonly string[]): Command {
  if (argv[0] === 'isolate') return { kind: 'isolate', argv: argv.slice(1) };
  // `kakao login` and its like; `kakao` alone, and with options, is the server.
  if (argv[0] === 'kakao' && argv[1] !== undefined && !argv[1].startsWith('-'))
    return { kind: 'kakao', argv: argv.slice(1) };
  const { words, values } = split(argv);
  const [first, ...rest] = words;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (first === undefined) throw new UsageError('nothingGiven', { known: serverNames.join(', ') });
  if (first === 'call') return parseCall(rest, values);
  if (first === 'audit') return parseAudit(rest, values);
  return parseServer(first, rest, values);
}

/** `--json` takes a value after `call` and none elsewhere, so the first word is looked at before the rest. */
function split(argv: readonly string[]) {
  const isCall = argv.find((argument) => !argument.startsWith('-')) === 'call';
  const json = isCall ? 'value' : 'flag';
  const flag = { help: 'flag', version: 'flag', check: 'flag' } as const;
  const kinds = { ...flag, json, 'print-config': 'value', server: 'value' } as const;
  return splitArguments<Flag>(argv, kinds, refuse);
}

function parseServer(name: string, rest: readonly string[], values: Values): Command {
  const server = serverNamed(name, 'unknownCommand', [...serverNames, 'call', 'audit', 'isolate']);
  const host = values['print-config'];
  refuseRest(rest);
  if (host !== undefined) {
    allow(values, ['print-config'], `${server} --print-config`);
    return { kind: 'print-config', server, host: oneOf(String(host), hosts, '--print-config') };
  }
  if (values.check) {
    allow(values, ['check', 'json'], `${server} --check`);
    return { kind: 'check', server, json: values.json === true };
  }
  allow(values, [], server);
  return { kind: 'serve', server };
}

function parseCall([tool, ...rest]: readonly string[], values: Values): Command {
  allow(values, ['json', 'server'], 'call');
  if (tool === undefined) throw new UsageError('toolMissing', {});
  // `call TOOL -` is short for `--json -`.
  const dash = rest[0] === '-' && values.json === undefined;
  refuseRest(dash ? rest.slice(1) : rest);
  const server = serverNamed(String(values.server ?? 'baas'), 'unknownServer', serverNames);
  return { kind: 'call', server, tool, json: dash ? '-' : String(values.json ?? '{}') };
}

function parseAudit([action, ...rest]: readonly string[], values: Values): Command {
  allow(values, [], 'audit');
  if (action === undefined)
    throw new UsageError('actionMissing', { known: auditActions.join(', ') });
  refuseRest(rest);
  return { kind: 'audit', action: oneOf(action, auditActions, 'audit') };
}

function serverNamed(
  name: string,
  problem: 'unknownCommand' | 'unknownServer',
  known: readonly string[],
): ServerName {
  if (isServerName(name)) return name;
  throw unknown(problem, name, known);
}

function oneOf<const Word extends string>(word: string, known: readonly Word[], of: string): Word {
  const found = known.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw unknown('unknownValue', word, known, of);
}

function unknown(
  problem: 'unknownCommand' | 'unknownServer' | 'unknownValue',
  word: string,
  known: readonly string[],
  of = '',
): UsageError {
  return new UsageError(problem, { word, of, known: known.join(', ') }, suggest(word, known));
}

function allow(values: Values, allowed: readonly Flag[], command: string): void {
  const extra = flags.find((flag) => values[flag] !== undefined && !allowed.includes(flag));
  if (extra) throw new UsageError('optionOutOfPlace', { option: `--${extra}`, command });
}

function refuseRest([extra]: readonly string[]): void {
  if (extra !== undefined) throw new UsageError('wordTooMany', { word: extra });
}
