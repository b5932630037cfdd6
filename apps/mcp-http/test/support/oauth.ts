import { createHash, randomBytes } from 'node:crypto';
import type { Sandbox } from '@jeonbo/sandbox';
import { createBrowser, type TestBrowser, type Visit } from './browser.ts';

/** People of the sandbox without a seed: three who agreed to no friends yet, two who agreed to all but messages. */
export const people = {
  seoyeon: '3000000001',
  sora: '3000000006',
  jiho: '3000000007',
  doyun: '3000000002',
  mina: '3000000003',
} as const;

/** A server with log-ins, and the Kakao behind it. */
export interface Place {
  readonly url: string;
  readonly sandbox: Sandbox;
}

export interface TestClient {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly redirect_uris: readonly string[];
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export const redirectUri = 'http://127.0.0.1:33333/callback';

/** Registers a public client, as MCP hosts do. */
export async function register(
  url: string,
  metadata: Readonly<Record<string, unknown>> = {},
): Promise<TestClient> {
  const answer = await fetch(`${url}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Test Host',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...metadata,
    }),
  });
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(JSON.stringify(body));
  return body as TestClient;
}

export interface AuthorizeOptions {
  readonly client: Pick<TestClient, 'client_id'>;
  /** Parameters of the request beside or in place of the usual ones; `undefined` leaves one out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** What a client asks with, and what it keeps. */
export function authorizationRequest(url: string, { client, query = {} }: AuthorizeOptions) {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('base64url');
  const parameters = {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...query,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const address = `${url}/authorize?${new URLSearchParams(given as [string, string][])}`;
  return { verifier, state, address };
}

export interface LogInOptions {
  /** By id or nickname. Default 김서연. */
  readonly user?: string;
  /** Default: one that registers itself now. */
  readonly client?: TestClient;
  readonly query?: AuthorizeOptions['query'];
  readonly browser?: TestBrowser;
  /** What the person agrees to at Kakao. Default: everything. */
  readonly scopes?: readonly string[];
}

/** Logs a person in at Kakao without a browser. @returns where Kakao leads back to */
export async function atKakao(
  { sandbox }: Pick<Place, 'sandbox'>,
  url: string,
  user: string,
  more: { readonly scopes?: readonly string[] | undefined; readonly refuse?: boolean } = {},
): Promise<string> {
  const answer = await fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, user, ...more }),
  });
  const body = (await answer.json()) as { location?: string };
  if (!body.location) throw new Error(JSON.stringify(body));
  return body.location;
}

/** Follows a request up to our question. */
export async function openConsent(
  browser: TestBrowser,
  address: string,
): Promise<Visit & { url: string }> {
  const first = await browser.open(address);
  if (!first.next?.includes('/interaction/'))
    throw new Error(`no consent page: ${first.status} ${first.next ?? first.text}`);
  return { ...(await browser.open(first.next)), url: first.next };
}

/** A person agrees, here and at Kakao. @returns where the client is led back to, with a code or an error */
export async function authorize(
  place: Place,
  address: string,
  { user = people.seoyeon, browser = createBrowser(), scopes }: LogInOptions = {},
): Promise<URL> {
  const consent = await openConsent(browser, address);
  const agreed = await browser.submit(consent, { decision: 'agree' });
  if (!agreed.next) throw new Error(`not led on: ${agreed.status} ${agreed.text}`);
  const callback = await atKakao(place, agreed.next, user, { scopes });
  const back = await browser.open(callback);
  if (!back.next) throw new Error(`not led back: ${back.status} ${back.text}`);
  const last = await browser.open(back.next);
  if (!last.next) throw new Error(`not led to the client: ${last.status} ${last.text}`);
  return new URL(last.next);
}

export async function postToken(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; headers: Headers; body: Tokens & { error?: string } }> {
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

export interface LoggedIn {
  readonly tokens: Tokens;
  readonly client: TestClient;
  readonly browser: TestBrowser;
  /** For requests to MCP. */
  readonly headers: { readonly authorization: string };
}

/** All of it in one call: a client registers, a person agrees and logs in, the client has its tokens. */
export async function logIn(place: Place, options: LogInOptions = {}): Promise<LoggedIn> {
  const { client = await register(place.url), browser = createBrowser(), query = {} } = options;
  const { verifier, address } = authorizationRequest(place.url, { client, query });
  const back = await authorize(place, address, { ...options, browser });
  const code = back.searchParams.get('code');
  if (!code) throw new Error(`no code: ${back.href}`);
  const { status, body } = await postToken(place.url, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: query.redirect_uri ?? redirectUri,
    client_id: client.client_id,
    ...(client.client_secret && { client_secret: client.client_secret }),
    code_verifier: verifier,
  });
  if (status !== 200) throw new Error(`no tokens: ${status} ${JSON.stringify(body)}`);
  const headers = { authorization: `Bearer ${body.access_token}` };
  return { tokens: body, client, browser, headers };
}

/** The client asks for new tokens. */
export function refresh(url: string, client: TestClient, token: string) {
  return postToken(url, {
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: client.client_id,
    ...(client.client_secret && { client_secret: client.client_secret }),
  });
}
