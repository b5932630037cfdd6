import { once } from 'node:events';
import { createServer } from 'node:net';
import type { KakaoTokens } from '@jeonbo/kakao-client';
import type { Sandbox } from '@jeonbo/sandbox';
import { openStore } from '@jeonbo/server';
import { createTokenVault } from '@jeonbo/store';
import { type Ran, type Running, start } from '../support/run.ts';
import type { World } from '../support/world.ts';

type Environment = Readonly<Record<string, string>>;

/** A port that nobody has; the redirect URI names it, so it is chosen before. */
export async function freePort(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : address);
}

export interface Beginning extends Running {
  /** Of Kakao's login. */
  readonly url: string;
}

/** `jeonbo-mcp kakao login`, up to where it waits for the person. */
export async function beginLogin(
  environment: Environment,
  ...argv: readonly string[]
): Promise<Beginning> {
  const port = argv.includes('--port') ? [] : ['--port', await freePort()];
  const running = start(['kakao', 'login', ...port, ...argv], environment);
  await running.written(/Waiting|기다리는 중|Paste that|붙여 넣으세요: /);
  const [, url = ''] = await running.written(/^ {2}(http\S+)$/m);
  return { ...running, url };
}

interface Person {
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly refuse?: boolean;
}

/** What the person does at Kakao's. The answer is where the browser goes then. */
export async function decide(
  sandbox: Sandbox,
  url: string,
  { user = '김서연', ...rest }: Person = {},
): Promise<string> {
  const response = await fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
    method: 'POST',
    body: JSON.stringify({ url, user, ...rest }),
  });
  const { location } = (await response.json()) as { location: string };
  return location;
}

/** A whole login with a browser. */
export async function logIn(
  { sandbox, environment }: Pick<World, 'sandbox' | 'environment'>,
  person: Person = {},
  ...argv: readonly string[]
): Promise<Ran & { readonly page: Response }> {
  const login = await beginLogin(environment, ...argv);
  const page = await fetch(await decide(sandbox, login.url, person));
  return { page, ...(await login.ended) };
}

/** Requests for tokens, by their grant. */
export function tokenRequests({ sandbox }: Pick<World, 'sandbox'>, grant: string): number {
  return sandbox
    .exchanges()
    .filter(({ request }) => request.path.startsWith('/oauth/token'))
    .filter(({ request }) => request.body.includes(`grant_type=${grant}`)).length;
}

/** What is kept for a person, as the server would open it. */
export async function tokensOf(
  { environment }: Pick<World, 'environment'>,
  userId: string,
): Promise<KakaoTokens | undefined> {
  const { database, key } = await openStore(environment);
  try {
    const vault = await createTokenVault<KakaoTokens>(database, key, { provider: 'kakao' });
    return await vault.get(userId);
  } finally {
    await database.close();
  }
}
