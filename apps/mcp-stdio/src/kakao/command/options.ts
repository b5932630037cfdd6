import { type OptionValues, splitArguments, suggest } from '@jeonbo/server';
import { refuse, UsageError } from '../../usage-error.ts';

export interface LoginOptions {
  readonly kind: 'login';
  /** Left out: KAKAO_ACCOUNT decides. */
  readonly account: string | undefined;
  /** Asked for beside what every login asks for. */
  readonly scopes: readonly Scope[];
  readonly port: number;
  readonly paste: boolean;
  readonly json: boolean;
}

export interface LogoutOptions {
  readonly kind: 'logout';
  readonly account: string | undefined;
  readonly unlink: boolean;
  readonly json: boolean;
}

export type KakaoOptions =
  | LoginOptions
  | LogoutOptions
  | { readonly kind: 'accounts'; readonly json: boolean }
  | { readonly kind: 'help' };

const scopes = ['openid', 'profile_nickname', 'profile_image', 'talk_message', 'friends'] as const;
type Scope = (typeof scopes)[number];

/** Beside the HTTP server's 4020, and registered at Kakao as it is. */
const defaultPort = 4021;

const kinds = {
  help: 'flag',
  account: 'value',
  scopes: 'value',
  port: 'value',
  paste: 'flag',
  unlink: 'flag',
  json: 'flag',
} as const;
type Name = keyof typeof kinds;

/** What goes with which. */
const actions = {
  login: ['account', 'scopes', 'port', 'paste', 'json'],
  logout: ['account', 'unlink', 'json'],
  accounts: ['json'],
} as const satisfies Record<string, readonly Name[]>;
type Action = keyof typeof actions;

/**
 * What stands after `jeonbo-mcp kakao`.
 *
 * @throws UsageError
 */
export function parseKakaoOptions(argv: readonly string[]): KakaoOptions {
  const { words, values } = splitArguments(argv, kinds, refuse);
  if (values.help) return { kind: 'help' };
  const [first = '', extra] = words;
  const action = actionNamed(first);
  if (extra !== undefined) throw new UsageError('wordTooMany', { word: extra });
  const allowed: readonly Name[] = actions[action];
  const stray = (Object.keys(kinds) as Name[]).find(
    (name) => values[name] !== undefined && !allowed.includes(name),
  );
  if (stray) {
    const command = `kakao ${action}`;
    throw new UsageError('optionOutOfPlace', { option: `--${stray}`, command });
  }
  return optionsOf(action, values);
}

function optionsOf(action: Action, values: OptionValues<Name>): KakaoOptions {
  const account = values.account === undefined ? undefined : String(values.account);
  const json = values.json === true;
  if (action === 'accounts') return { kind: action, json };
  if (action === 'logout') return { kind: action, account, unlink: values.unlink === true, json };
  return {
    kind: action,
    account,
    scopes: scopesOf(String(values.scopes ?? '')),
    port: portOf(String(values.port ?? defaultPort)),
    paste: values.paste === true,
    json,
  };
}

function actionNamed(word: string): Action {
  if (Object.hasOwn(actions, word)) return word as Action;
  const known = Object.keys(actions);
  throw new UsageError(
    'unknownValue',
    { of: 'kakao', word, known: known.join(', ') },
    suggest(word, known),
  );
}

/** Joined by a comma as Kakao does, or by a space as OAuth does. */
function scopesOf(text: string): readonly Scope[] {
  const words = text.split(/[\s,]+/).filter(Boolean);
  return words.map((word) => {
    const scope = scopes.find((one) => one === word);
    if (scope) return scope;
    const values = { of: '--scopes', word, known: scopes.join(', ') };
    throw new UsageError('unknownValue', values, suggest(word, scopes));
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError('portForm', { word: text });
}
