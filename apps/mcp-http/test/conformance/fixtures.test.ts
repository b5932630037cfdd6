import { describe, expect, it, vi } from 'vitest';
import { logIn } from '../support/oauth.ts';
import { bearer, createWorld, type Running, serve, type World } from '../support/world.ts';
import { authorize } from './support/authorizing-proxy.ts';
import { problemsOf, runSuite, scoredScenarios } from './support/suite.ts';

// Everything from the socket to the sessions is ours; only what makes a server of the SDK is exchanged.
vi.mock('@jeonbo/tools', async (original) => ({
  ...(await original<typeof import('@jeonbo/tools')>()),
  createMcpServer: (await import('./fixtures/server.ts')).createFixtureServer,
}));

/** Of each revision: how many scenarios count, what passes beside them, and what cannot be tested here. */
const revisions = [
  [
    '2026-07-28',
    {
      scored: 37,
      besides: [
        'json-schema-2020-12',
        'http-header-validation',
        'http-custom-header-server-validation',
      ],
      // No list changes while a server runs, so none is said to.
      untested: {
        'server-stateless': [
          expect.stringMatching(/^SKIPPED sep-2575-server-sends-prompts-list-changed/),
          expect.stringMatching(/^SKIPPED sep-2575-server-sends-tools-list-changed/),
        ],
      },
    },
  ],
  [
    '2025-11-25',
    { scored: 30, besides: ['json-schema-2020-12', 'server-session-lifecycle'], untested: {} },
  ],
] as const;

/** Who calls, by each way to say so. */
const callers = [
  ['baas', 'a token', async () => bearer('kim')],
  [
    'kakao',
    'a log-in',
    async ({ url }: Running, { sandbox }: World) => (await logIn({ url, sandbox })).headers,
  ],
] as const;

describe.concurrent.each(callers)('%s, by %s', (name, _way, identify) => {
  it.each(revisions)(
    'passes what %s requires',
    { timeout: 120_000 },
    async (revision, expected) => {
      await using world = await createWorld({ JEONBO_HTTP_RATE_LIMIT: '10000' });
      await using server = await serve(world.environment, [name]);
      const { authorization } = await identify(server, world);
      await using proxy = await authorize(server.url, authorization);
      const suite = ['server', '--url', `${proxy.url}/mcp`];
      const findings = await runSuite([...suite, '--requirements', revision]);
      const scored = await scoredScenarios(revision);
      expect(scored).toHaveLength(expected.scored);
      expect(problemsOf(findings, [...scored, ...expected.besides])).toEqual(expected.untested);
    },
  );

  it('passes nothing as somebody else', { timeout: 120_000 }, async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment, [name]);
    await using proxy = await authorize(server.url, 'Bearer somebody');
    const suite = ['server', '--url', `${proxy.url}/mcp`, '--spec-version', '2025-11-25'];
    const findings = await runSuite([...suite, '--scenario', 'ping']);
    expect(problemsOf(findings, ['ping'])).toEqual({
      ping: [expect.stringMatching(/^FAILURE ping /), 'nothing passed'],
    });
  });
});
