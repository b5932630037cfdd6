import { expect, it } from 'vitest';
import { problemsOf, runSuite } from '../../../mcp-http/test/conformance/support/suite.ts';
import { createUrlDb } from '../../src/url-db.ts';
import { createWorld } from './support/world.ts';

/** What any server has to pass, by revision. The other scenarios want tools, prompts and resources of their own. */
const generic = {
  '2026-07-28': [
    'server-stateless',
    'server-sse-multiple-streams',
    'http-header-validation',
    'dns-rebinding-protection',
    'tools-list',
    'resources-list',
    'prompts-list',
    'sep-2164-resource-not-found',
    'caching',
    'input-required-result-unsupported-methods',
  ],
  '2025-11-25': [
    // Those of sessions test nothing here: there are none.
    'server-initialize',
    'dns-rebinding-protection',
    'ping',
    'tools-list',
    'resources-list',
    'prompts-list',
  ],
} as const;

/** Four of its checks want a tool of their own, and two a list that changes. */
const untested = {
  '2026-07-28': {
    'server-stateless': [
      'FAILURE sep-2575-server-rejects-undeclared-capability Not testable:',
      'FAILURE sep-2575-missing-capability-http-400 Not testable:',
      'FAILURE sep-2575-http-server-no-independent-requests-on-stream Not testable:',
      'FAILURE sep-2575-server-no-log-without-loglevel Not testable:',
      'SKIPPED sep-2575-server-sends-prompts-list-changed-on-subscription',
      'SKIPPED sep-2575-server-sends-tools-list-changed-on-subscription',
    ].map((problem) => expect.stringMatching(new RegExp(`^${problem}`))),
  },
  '2025-11-25': {},
};

it.each(['2026-07-28', '2025-11-25'] as const)(
  'passes the generic scenarios of %s',
  { timeout: 120_000 },
  async (revision) => {
    await using world = await createWorld();
    const urlDb = createUrlDb({ environment: { ...world.environment, PORT: '0' } });
    const url = `${await urlDb.start()}/mcp`;
    const findings = await runSuite(['server', '--url', url, '--requirements', revision]);
    await urlDb.stop();
    expect(problemsOf(findings, generic[revision])).toEqual(untested[revision]);
  },
);
