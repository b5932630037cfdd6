import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from '../support/child.ts';
import { logIn } from '../support/oauth.ts';
import { bearer, createWorld, type World } from '../support/world.ts';
import { authorize } from './support/authorizing-proxy.ts';
import { problemsOf, runSuite } from './support/suite.ts';

/** What any server has to pass, by revision. The other scenarios want tools, prompts and resources of their own. */
const generic = {
  '2026-07-28': [
    'server-stateless',
    'server-sse-multiple-streams',
    'http-header-validation',
    'dns-rebinding-protection',
    'tools-list',
    'resources-list',
    'sep-2164-resource-not-found',
    'caching',
    'input-required-result-unsupported-methods',
  ],
  '2025-11-25': [
    'server-initialize',
    'server-session-lifecycle',
    'server-sse-multiple-streams',
    'dns-rebinding-protection',
    'ping',
    'tools-list',
    'resources-list',
  ],
} as const;

/** Four of its checks want a tool of their own, and two a list that changes; the fixtures pass or explain them. */
const withoutFixtures = {
  'server-stateless': [
    'FAILURE sep-2575-server-rejects-undeclared-capability Not testable:',
    'FAILURE sep-2575-missing-capability-http-400 Not testable:',
    'FAILURE sep-2575-http-server-no-independent-requests-on-stream Not testable:',
    'FAILURE sep-2575-server-no-log-without-loglevel Not testable:',
    'SKIPPED sep-2575-server-sends-prompts-list-changed-on-subscription',
    'SKIPPED sep-2575-server-sends-tools-list-changed-on-subscription',
  ].map((problem) => expect.stringMatching(new RegExp(`^${problem}`))),
};

/** One check lists prompts of whatever server; one that announces none does not know the method. */
const withoutPrompts = {
  caching: [expect.stringMatching(/^FAILURE sep-2549-prompts-list-caching-hints .*-32601/)],
};

let world: World;
let server: Child;
let person: string;

beforeAll(async () => {
  world = await createWorld({ JEONBO_HTTP_RATE_LIMIT: '10000' });
  server = await startChild(world.environment, 'baas', 'twilio', 'kakao');
  const query = { resource: `${server.url}/kakao/mcp` };
  const { headers } = await logIn({ url: server.url, sandbox: world.sandbox }, { query });
  person = headers.authorization;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const names = ['baas', 'twilio', 'kakao'] as const;

describe.concurrent.each(names)('%s', (name) => {
  it.each(['2026-07-28', '2025-11-25'] as const)(
    'passes the generic scenarios of %s',
    { timeout: 120_000 },
    async (revision) => {
      const authorization = name === 'kakao' ? person : bearer('kim').authorization;
      await using proxy = await authorize(server.url, authorization);
      const suite = ['server', '--url', `${proxy.url}/${name}/mcp`, '--requirements', revision];
      const findings = await runSuite(suite);
      const hasPrompts = name === 'baas';
      const scenarios = [...generic[revision], ...(hasPrompts ? ['prompts-list'] : [])];
      const isModern = revision === '2026-07-28';
      expect(problemsOf(findings, scenarios)).toEqual({
        ...(isModern && withoutFixtures),
        ...(isModern && !hasPrompts && withoutPrompts),
      });
    },
  );
});
