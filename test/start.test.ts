import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from '@jeonbo/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';

// The one command, as a newcomer runs it; the test command has built everything.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ deliveryMs: 20 });
});
afterEach(() => sandbox.close());

function spawnStart(language: string, ...options: readonly string[]) {
  const args = ['scripts/start.ts', '--no-build', '--sandbox', sandbox.url, ...options];
  const env = { ...process.env, JEONBO_LANG: language };
  return spawn(process.execPath, args, { cwd: root, env });
}

async function start(language: string) {
  const child = spawnStart(language, '--once');
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

it('walks the tour and ends with 0, the message delivered in the inbox', async () => {
  const { code, output } = await start('en');
  expect(code, output).toBe(0);
  expect(output).toContain('code 482913');
  const delivered = sandbox.messages({ state: 'delivered' });
  expect(delivered.map(({ provider, kind, to }) => [provider, kind, to])).toEqual([
    ['baas', 'SMS', '010-1234-5678'],
    ['baas', 'MMS', '010-1234-5678'],
    ['twilio', 'SMS', '010-2345-6789'],
    ['twilio', 'SMS', '010-2345-6789'],
    ['baas', 'SMS', '010-2345-6789'],
    ['kakao', 'KAKAO', '010-0000-1001'],
    ['kakao', 'KAKAO', '010-0000-1002'],
  ]);
  expect(output).toContain('[!] SpendWise: Groceries / CHF 85/100 (85%)');
  expect(output).toContain(
    '2 hold 기술, newest first: “국내 기술블로그 모음”, “반도체 기술의 역사”',
  );
  expect(output).toContain('→ url-db:reading:1');
});

it('speaks Korean where Korean is asked for', async () => {
  const { output } = await start('ko');
  expect(output).toContain('인증번호 482913');
  expect(output).toContain('category 반도체 (tag)');
  expect(sandbox.messages()[0]?.text).toContain('인증번호');
});

it('stays up until it is stopped, with what was saved on the web page of url-db', async () => {
  const child = spawnStart('en');
  child.stderr.resume();
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes('Ctrl+C')) break;
  }
  const [, url] = /^url-db +(http:\S+)\/ /m.exec(output) ?? [];
  expect(output).toContain(`"url": "${url}/mcp"`);
  const page = await fetch(`${url}/`);
  expect(page.headers.get('content-type')).toContain('text/html');
  const { domains } = (await (await fetch(`${url}/api/mcp/domains`)).json()) as {
    domains: unknown[];
  };
  expect(domains).toMatchObject([{ name: 'reading', node_count: 3 }]);
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  await expect(fetch(`${url}/`)).rejects.toThrow();
});

it.each([
  ['a send that the provider refuses', { path: '/message/sms', status: 400, times: null }],
  ['an outcome that is unknown', { path: '/message/sms', cut: 'after-read', times: null }],
  ['a message that fails', { path: '/message/sms', result: { state: 'failed' }, times: null }],
  ['a status that cannot be had', { path: '/message/send_history', status: 500, times: null }],
  ['a Twilio that is out of order', { path: '/2010-04-01', status: 500, times: null }],
  ['a Kakao that nobody can log in at', { path: '/oauth/token', status: 500, times: null }],
  [
    'a friend who cannot be reached',
    { path: '/v1/api/talk/friends/message', status: 500, times: null },
  ],
] as const)('ends with 1 after %s', async (_, fault) => {
  sandbox.fault(fault);
  const { code, output } = await start('en');
  expect(code, output).toBe(1);
});
