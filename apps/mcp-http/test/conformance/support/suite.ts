import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('@modelcontextprotocol/conformance/package.json'));

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** What the suite found, by scenario. */
type Findings = ReadonlyMap<string, readonly Check[]>;

/**
 * Runs the suite as a user would, and reads what it wrote.
 *
 * @param onLine hears what it says meanwhile
 */
export async function runSuite(
  argv: readonly string[],
  onLine: (line: string) => void = () => {},
): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'jeonbo-conformance-'));
  try {
    const args = [join(home, 'dist/index.js'), ...argv, '--output-dir', folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      onLine(line);
    });
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
    const findings = await readFindings(folder);
    if (findings.size === 0)
      throw new Error(`The suite ran nothing: ${lines.join('\n')}\n${stderr}`);
    return findings;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The scenarios that count for a revision, by the list that the suite froze. */
export async function scoredScenarios(revision: string): Promise<readonly string[]> {
  const list = await readFile(join(home, 'requirements', `${revision}.yaml`), 'utf8');
  const [, servers = ''] = /^server:\n((?: +- .*\n)+)/m.exec(list) ?? [];
  return [...servers.matchAll(/- (\S+)/g)].map(([, name = '']) => name);
}

/** Of every scenario: whether the messages that were seen are well-formed, which errors are too. */
const wireCheck = 'wire-schema-valid';

/** What did not pass, by scenario; a scenario of which nothing passed is there too. */
export function problemsOf(
  findings: Findings,
  scenarios: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const problems = scenarios.map((scenario) => {
    const checks = findings.get(scenario) ?? [];
    const failed = checks.filter(({ status }) => status !== 'SUCCESS' && status !== 'INFO');
    const lines = failed.map(
      ({ status, id, errorMessage = '' }) => `${status} ${id} ${errorMessage}`,
    );
    const passed = checks.some(({ id, status }) => status === 'SUCCESS' && id !== wireCheck);
    return [scenario, passed ? lines : [...lines, 'nothing passed']] as const;
  });
  return Object.fromEntries(problems.filter(([, lines]) => lines.length > 0));
}

async function readFindings(folder: string): Promise<Findings> {
  const findings = new Map<string, readonly Check[]>();
  for (const name of await readdir(folder)) {
    // A scenario that broke off wrote none.
    const checks = await readFile(join(folder, name, 'checks.json'), 'utf8').catch(() => '[]');
    // `server-tools-list-2026-01-01T00-00-00-000Z`
    const scenario = name
      .replace(/^(?:server|authorization-server)-/, '')
      .replace(/-\d{4}-\d\d-\d\dT.*$/, '');
    findings.set(scenario, JSON.parse(checks) as Check[]);
  }
  return findings;
}
