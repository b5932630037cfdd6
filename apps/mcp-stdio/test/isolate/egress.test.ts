import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { bin } from '../support/world.ts';

// The container's own scripts in a network namespace: what they let through, and what they do not.

const script = join(packageRoot(), 'container/try-egress.sh');

/** What this machine lacks to try it. */
function lacking(): string | undefined {
  if (process.platform !== 'linux') return 'Linux';
  if (process.getuid?.() !== 0) return 'root';
  const works = (...[command = '', ...words]: string[]) => spawnSync(command, words).status === 0;
  if (!works('nft', '--version')) return 'nftables';
  if (!works('ip', '-Version')) return 'iproute2';
  const asServer = ['setpriv', '--reuid=10001', '--clear-groups', 'test', '-r', bin];
  if (!works(...asServer)) return 'a clone that another user may read';
  return works('unshare', '--net', '--mount', 'true') ? undefined : 'network namespaces';
}

const lack = lacking();
const named = (what: string) => (lack ? `left out, as this machine has no ${lack}: ${what}` : what);
const tries = it.skipIf(lack !== undefined);
const PATH = `${join(process.execPath, '..')}:${process.env.PATH}`;

tries(
  named('the server reaches the allowed address and nothing else, and has no privilege'),
  () => {
    const { status, stdout, stderr } = spawnSync(script, { encoding: 'utf8', env: { PATH } });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).not.toContain('WRONG');
    const [before = '', after = ''] = stdout.split('With them\n');
    expect(before.match(/: (?:reached|answered)$/gm)).toHaveLength(5);
    expect(after).toMatch(/^ok {4}api\.twilio\.com:443: reached$/m);
    expect(after).toMatch(/^ok {4}CapEff: 0{16}$/m);
    for (const closed of [
      '203.0.113.10:444',
      '203.0.113.20:443',
      '[2001:db8::10]:443',
      'DNS by UDP',
    ])
      expect(after).toMatch(
        new RegExp(`${closed.replace(/[[\]]/g, '\\$&')}: (?:EHOSTUNREACH|EACCES)`),
      );
  },
);

tries.each([
  ['the allowed address', '203.0.113.10', 0, /"success": true/],
  ['another one', '203.0.113.20', 1, /NETWORK_ERROR/],
])(named('a send of the real server to %s'), async (_what, host, code, words) => {
  const home = await mkdtemp(join(tmpdir(), 'jeonbo-egress-'));
  onTestFinished(() => rm(home, { recursive: true }));
  await chmod(home, 0o777);
  const message = JSON.stringify({ to: '+821012345678', message: 'Isolated' });
  const argv = [bin, 'call', 'send_sms', '--server', 'twilio', '--json', message];
  const { status, stdout } = spawnSync(script, ['node', ...argv], {
    encoding: 'utf8',
    env: {
      PATH,
      HOME: home,
      XDG_DATA_HOME: home,
      JEONBO_LANG: 'en',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'f'.repeat(32),
      TWILIO_PHONE_NUMBER: '+15005550006',
      TWILIO_API_BASE_URL: `http://${host}:443`,
    },
  });
  expect(stdout).toMatch(words);
  expect(status).toBe(code);
});
