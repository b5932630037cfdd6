import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sandbox, type StartOptions, startSandbox } from '@jeonbo/sandbox';

export const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
if (!existsSync(bin))
  throw new Error('These tests run what is shipped. Build it first: pnpm build');

/** Looks for leaks of it: no output may hold it. */
export const apiKey = 'baas-test-key-8f3e1d7c5b9a';
export const projectId = '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001';

const accountSid = `AC${'5e'.repeat(16)}`;
/** The same of Twilio. */
export const authToken = 'twilio-test-token-2d6b8a4f0c1e';
/** And of the app at Kakao. */
export const clientSecret = 'kakao-test-secret-7c2e9b5d1a3f';

export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  /** A folder of its own: HOME and the store are in it. */
  readonly home: string;
  /** Settings of a server that works, and nothing of the machine's own. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function createWorld(
  settings: Readonly<Record<string, string>> = {},
  options: StartOptions = {},
): Promise<World> {
  const sandbox = await startSandbox({ port: 0, deliveryMs: 1, ...options });
  const home = await mkdtemp(join(tmpdir(), 'jeonbo-mcp-'));
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    NODE_COMPILE_CACHE: join(tmpdir(), 'jeonbo-mcp-test-cache'),
    BAAS_API_KEY: apiKey,
    PROJECT_ID: projectId,
    BAAS_API_BASE_URL: sandbox.url,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: '+15005550006',
    TWILIO_API_BASE_URL: sandbox.url,
    KAKAO_CLIENT_ID: 'kakao-test-app',
    KAKAO_CLIENT_SECRET: clientSecret,
    KAKAO_AUTH_BASE_URL: sandbox.url,
    KAKAO_API_BASE_URL: sandbox.url,
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

/** The settings without some of them. */
export function without({ environment }: World, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));
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
