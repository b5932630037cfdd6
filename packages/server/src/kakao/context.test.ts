import type { JeonboError } from '@jeonbo/core';
import { createMemoryLedger } from '@jeonbo/core/ledger';
import { createMemoryTokenStore, readCallback } from '@jeonbo/kakao-client';
import { createSandbox } from '@jeonbo/sandbox';
import { callTool, kakaoToolset, readGuardSettings, type ToolContext } from '@jeonbo/tools';
import { expect, it, vi } from 'vitest';
import type { Log } from '../log.ts';
import type { Environment } from '../types.ts';
import { kakaoLogin } from './client.ts';
import { kakaoContext } from './context.ts';
import type { KakaoParts } from './parts.ts';

const nothing = () => {};
const log: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
const redirectUri = 'http://localhost:4020/auth/callback';
const path = '/v2/api/talk/memo/default/send';

const common: ToolContext = {
  language: 'en',
  ledger: createMemoryLedger(),
  audit: { append: async () => {} },
  confirmations: { issue: async () => '', redeem: async () => false },
  guard: readGuardSettings({ JEONBO_DUPLICATE_WINDOW: '0' }),
  secrets: [],
};

function createParts(change: Environment = {}, more: Partial<KakaoParts> = {}) {
  const sandbox = createSandbox();
  const environment = {
    KAKAO_CLIENT_ID: 'rest-api-key',
    KAKAO_CLIENT_SECRET: 'client-secret',
    KAKAO_AUTH_BASE_URL: sandbox.url,
    KAKAO_API_BASE_URL: sandbox.url,
    ...change,
  };
  const tokens = createMemoryTokenStore();
  const fetch = sandbox.fetch;
  const parts = { environment, language: 'en', log, fetch, tokens, account: '7', ...more } as const;
  return { sandbox, tokens, parts };
}

async function logIn({ sandbox, tokens, parts }: ReturnType<typeof createParts>, scope: string) {
  const oauth = kakaoLogin(parts);
  const login = await oauth.createAuthorization({ redirectUri, scopes: [scope] });
  const answer = await sandbox.fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
    method: 'POST',
    body: JSON.stringify({ url: login.url, user: '김서연', scopes: [scope] }),
  });
  const { location } = (await answer.json()) as { location: string };
  const { code } = readCallback(location, login);
  const { codeVerifier } = login;
  await tokens.set('7', (await oauth.exchangeCode({ code, codeVerifier, redirectUri })).tokens);
}

const toolset = kakaoToolset(common.guard);
const send = (parts: KakaoParts) =>
  callTool(toolset, 'send_message_to_me', { message: 'x' }, kakaoContext(common, parts));

it('sends as the account whose tokens are kept', async () => {
  const made = createParts();
  await logIn(made, 'talk_message');
  expect(await send(made.parts)).toMatchObject({ structuredContent: { success: true } });
  expect(made.sandbox.messages()).toHaveLength(1);
});

it('takes what is missing from nowhere else, and says where to get it', async () => {
  vi.stubEnv('KAKAO_CLIENT_ID', 'of-another-process');
  const made = createParts();
  await logIn(made, 'talk_message');
  const { KAKAO_CLIENT_ID: _, ...environment } = made.parts.environment;
  // Made without a word: what is missing is the error of a call.
  const { structuredContent } = await send({ ...made.parts, environment });
  expect(structuredContent).toMatchObject({
    error_code: 'MISSING_CREDENTIALS',
    details: { reason: expect.stringContaining('developers.kakao.com'), field: 'KAKAO_CLIENT_ID' },
  });
  expect(made.sandbox.messages()).toEqual([]);
  vi.unstubAllEnvs();
});

it('asks Kakao without a secret where there is none', async () => {
  vi.stubEnv('KAKAO_CLIENT_SECRET', 'of-another-process');
  const { sandbox, parts } = createParts({ KAKAO_CLIENT_SECRET: ' ' });
  await kakaoLogin(parts)
    .exchangeCode({ code: 'x', codeVerifier: 'y', redirectUri })
    .catch(() => {});
  const [asked] = sandbox.exchanges().filter(({ request }) => request.path === '/oauth/token');
  expect(asked?.request.body).toContain('client_id=rest-api-key');
  expect(asked?.request.body).not.toContain('client_secret');
  vi.unstubAllEnvs();
});

it('waits for a consent where somebody can be asked for it', async () => {
  const made = createParts();
  expect(kakaoContext(common, made.parts)).not.toHaveProperty('consented');
  await logIn(made, 'profile_nickname');
  const consent = async (error: JeonboError) =>
    `https://a.example/?${error.details?.required_scopes}`;
  const context = kakaoContext(common, { ...made.parts, consent });
  const { structuredContent } = await callTool(
    toolset,
    'send_message_to_me',
    { message: 'x' },
    context,
  );
  expect(structuredContent).toMatchObject({
    error_code: 'CONSENT_REQUIRED',
    details: { consent_url: 'https://a.example/?talk_message' },
  });
  const missing = { details: { required_scopes: ['talk_message'] } } as unknown as JeonboError;
  const waiting = context.consented?.(missing);
  await logIn(made, 'talk_message');
  await waiting;
  expect((await made.tokens.get('7'))?.scopes).toContain('talk_message');
  expect(made.sandbox.exchanges().filter(({ request }) => request.path === path)).toHaveLength(1);
});
