import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSandbox } from '../test-support.ts';

let webFolder = '';

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jeonbo-inbox-'));
  webFolder = join(folder, 'web');
  await mkdir(join(webFolder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Inbox</title>');
  await writeFile(join(webFolder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(webFolder, 'assets', 'font-abc123.woff2'), 'font');
});
afterAll(() => rm(join(webFolder, '..'), { recursive: true }));

it('serves the page under a policy without inline code', async () => {
  const { sandbox } = await startTestSandbox({ webFolder });
  const response = await fetch(`${sandbox.url}/`);
  expect(await response.text()).toContain('<title>Inbox</title>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'; img-src * data:; style-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
});

it.each([
  ['/assets/index-abc123.js', 'text/javascript; charset=utf-8'],
  ['/assets/font-abc123.woff2', 'font/woff2'],
])('serves %s for ever', async (path, type) => {
  const { sandbox } = await startTestSandbox({ webFolder });
  const { headers } = await fetch(sandbox.url + path);
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
    type,
    'public, max-age=31536000, immutable',
  ]);
});

it('answers 304 to one who has it, and HEAD without a body', async () => {
  const { sandbox } = await startTestSandbox({ webFolder });
  const etag = (await fetch(`${sandbox.url}/`)).headers.get('etag') ?? '';
  const again = await fetch(`${sandbox.url}/`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  const head = await fetch(`${sandbox.url}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    '35',
    '',
  ]);
});

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets',
  '/nothing.js',
  '/%zz',
  '/%00',
])('has no %s', async (path) => {
  const { sandbox } = await startTestSandbox({ webFolder });
  const response = await sandbox.fetch(new Request(`${sandbox.url}${path}`));
  expect(response.status).toBe(404);
});

it('says how to build what is not built', async () => {
  const { sandbox } = await startTestSandbox({ webFolder: join(webFolder, 'nowhere') });
  const response = await fetch(`${sandbox.url}/`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('pnpm --filter @jeonbo/sandbox build');
});
