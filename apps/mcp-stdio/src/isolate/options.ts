import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodes } from '../exit-codes.ts';
import { type EngineName, engineNames } from './engine.ts';
import { IsolateError, type Problem } from './problem.ts';
import {
  type PermissionKind,
  parsePermission,
  type RuntimePermission,
} from './runtime-permission.ts';

export interface IsolateOptions {
  readonly help: boolean;
  readonly build: boolean;
  readonly yes: boolean;
  /** What no option allows is left out, without a question. */
  readonly noAsk: boolean;
  readonly manifest: string | undefined;
  readonly engine: EngineName | undefined;
  readonly image: string | undefined;
  readonly allowed: readonly RuntimePermission[];
}

const options = {
  help: { type: 'boolean', short: 'h' },
  build: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  'no-ask': { type: 'boolean' },
  manifest: { type: 'string' },
  engine: { type: 'string' },
  image: { type: 'string' },
  'allow-domain': { type: 'string', multiple: true },
  'allow-host': { type: 'string', multiple: true },
  'allow-env': { type: 'string', multiple: true },
  'allow-path': { type: 'string', multiple: true },
} as const;

type Name = keyof typeof options;

const known = Object.keys(options) as Name[];

/** An example of what each takes. */
const examples: Readonly<Partial<Record<Name, string>>> = {
  manifest: 'manifest.json',
  engine: engineNames.join('|'),
  image: 'localhost/jeonbo-mcp:1.0.0',
  'allow-domain': 'api.twilio.com:443',
  'allow-host': '10.0.0.5:5432',
  'allow-env': 'TWILIO_ACCOUNT_SID',
  'allow-path': '/home/kim/.local/share/jeonbo:rw',
};

/** @throws IsolateError with everything that is wrong, exit code 2 */
export function parseOptions(argv: readonly string[]): IsolateOptions {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const problems: Problem[] = [];
  const values = new Map<Name, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const name = known.find((one) => one === token.name);
    if (name === undefined) problems.push(unknownOption(token.rawName));
    else if ((options[name].type === 'string') !== (token.value !== undefined))
      problems.push(wrong(name, token.value ?? ''));
    else values.set(name, [...(values.get(name) ?? []), token.value ?? '']);
  }
  const asksHelp = values.has('help');
  if (!asksHelp && (words.length !== 1 || words[0] !== 'twilio'))
    problems.push({
      code: 'SERVER_UNKNOWN',
      field: 'isolate',
      values: { value: words.join(' '), known: 'twilio' },
    });
  const engine = values.get('engine')?.at(-1);
  if (engine !== undefined && !isEngine(engine)) problems.push(wrong('engine', engine));
  const allowed = (['domain', 'host', 'env', 'path'] as const).flatMap((kind) =>
    (values.get(`allow-${kind}`) ?? []).flatMap((text) => read(kind, text, problems)),
  );
  if (problems.length > 0) throw new IsolateError(problems, exitCodes.usage);
  return {
    help: asksHelp,
    build: values.has('build'),
    yes: values.has('yes'),
    noAsk: values.has('no-ask'),
    manifest: values.get('manifest')?.at(-1),
    engine: engine as EngineName | undefined,
    image: values.get('image')?.at(-1),
    allowed,
  };
}

function read(kind: PermissionKind, text: string, problems: Problem[]): RuntimePermission[] {
  const permission = parsePermission(kind, text, (path) => resolve(path));
  if (permission === undefined) problems.push(wrong(`allow-${kind}`, text));
  return permission === undefined ? [] : [permission];
}

function isEngine(name: string): name is EngineName {
  return engineNames.some((one) => one === name);
}

function wrong(name: Name, value: string): Problem {
  return {
    code: 'OPTION_WRONG',
    field: `--${name}`,
    values: { value, right: examples[name] ?? '' },
  };
}

function unknownOption(field: string): Problem {
  return {
    code: 'OPTION_UNKNOWN',
    field,
    values: { known: known.map((name) => `--${name}`).join(', ') },
  };
}
