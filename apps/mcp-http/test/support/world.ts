import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '@jeonbo/sandbox';
import { makeToken, tokenEntry } from '../../src/callers/tokens.ts';
import { createHttpServer, type HttpServerOptions, type LogEntry } from '../../src/index.ts';

/** Look for leaks of them: no output may hold one. */
export const apiKey = 'baas-operator-key-8f3e1d7c5b9a';
export const authToken = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const accountSid = `AC${'0a'.repeat(16)}`;
export const kakaoSecret = 'kakao-client-secret-4d1f0a9be001';
export const projectId = '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001';

/** Who may call with the operator's keys. */
export const tokens = { kim: makeToken(), lee: makeToken() } as const;
export const bearer = (name: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[name]}` });

type Settings = Readonly<Record<string, string>>;

export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** A folder of its own: HOME and the store are in it. */
  readonly home: string;
  /** Settings of a server that works, and nothing of the machine's own. */
  readonly environment: Settings;
}

export async function createWorld(
  settings: Settings = {},
  options: SandboxOptions = {},
): Promise<World> {
  const sandbox = await startSandbox({ port: 0, deliveryMs: 1, ...options });
  const home = await mkdtemp(join(tmpdir(), 'jeonbo-mcp-http-'));
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    NODE_COMPILE_CACHE: join(tmpdir(), 'jeonbo-mcp-test-cache'),
    PORT: '0',
    BAAS_API_KEY: apiKey,
    PROJECT_ID: projectId,
    BAAS_API_BASE_URL: sandbox.url,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: '+15005550006',
    TWILIO_API_BASE_URL: sandbox.url,
    KAKAO_CLIENT_ID: 'test-rest-api-key-2b7a4a7e9f52',
    KAKAO_CLIENT_SECRET: kakaoSecret,
    KAKAO_AUTH_BASE_URL: sandbox.url,
    KAKAO_API_BASE_URL: sandbox.url,
    JEONBO_HTTP_TOKENS: Object.entries(tokens)
      .map(([name, token]) => tokenEntry(name, token))
      .join(','),
    JEONBO_LANG: 'en',
    ...settings,
  };
  return {
    sandbox,
    home,
    environment,
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export interface Running extends AsyncDisposable {
  readonly url: string;
  /** Of its only server. */
  readonly mcp: string;
  /** Everything that was logged, at all levels. */
  readonly entries: readonly LogEntry[];
  stop(): Promise<void>;
}

/** A server in this process. */
export async function serve(
  environment: Settings,
  servers: HttpServerOptions['servers'] = ['baas'],
  options: Pick<HttpServerOptions, 'fetch' | 'fetchClientMetadata'> = {},
): Promise<Running> {
  const entries: LogEntry[] = [];
  const log = (entry: LogEntry) => void entries.push(entry);
  const server = createHttpServer({ ...options, servers, environment, log });
  const url = await server.start();
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= server.stop();
    return stopped;
  };
  return { url, mcp: `${url}/mcp`, entries, stop, [Symbol.asyncDispose]: stop };
}

export function smsTo(...numbers: string[]) {
  return {
    recipients: numbers.map((phone_number, index) => ({
      phone_number,
      member_code: `member-${index}`,
    })),
    message: 'Your parcel arrives at three.',
    callback_number: '02-1234-5678',
  };
}

/** `count` numbers that differ. */
export function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `010-2000-${String(1000 + index)}`);
}
