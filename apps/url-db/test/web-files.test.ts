import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPageMount } from '../src/http/static-files.ts';
import { createUrlDb, type UrlDb } from '../src/index.ts';

// The files of the page as the server hands them out.

const token = 'a-token-of-sixteen-characters-or-more';
let server: UrlDb;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'url-db-files-'));
  const DATABASE_URL = `file:${join(folder, 'url-db.sqlite')}`;
  server = createUrlDb({ environment: { DATABASE_URL, PORT: '0', URL_DB_TOKENS: token } });
  url = await server.start();
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As it stands, without the tidying that fetch and browsers do. */
async function askRaw(path: string): Promise<number | undefined> {
  const { port } = new URL(url);
  const asked = request({ host: '127.0.0.1', port, path }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

const text = async (path: string) => (await fetch(`${url}${path}`)).text();

async function assets(): Promise<string[]> {
  const named = (await text('/')).matchAll(/(?:src|href)="([^"]+)"/g);
  return [...named].map(([, path = '']) => path);
}

test('the page needs no token, is asked for anew each time, and allows nothing inline', async () => {
  const answer = await fetch(`${url}/`);
  expect(answer.status).toBe(200);
  const { headers } = answer;
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=/);

  const again = await fetch(`${url}/`, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBe(policy);
  expect((await fetch(`${url}/api/mcp/domains`)).status).toBe(401);
});

test('what its name says all about is kept for ever, and comes compressed', async () => {
  const [script = ''] = (await assets()).filter((path) => path.endsWith('.js'));
  const plain = await fetch(`${url}${script}`, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-encoding')).toBeNull();
  // A browser asks for br over https and on its own machine. Twice each: made, and kept.
  for (const [accepted, coding] of [
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br', 'br'],
  ] as const) {
    const compressed = await fetch(`${url}${script}`, { headers: { 'accept-encoding': accepted } });
    expect(compressed.headers.get('content-encoding')).toBe(coding);
    expect(compressed.headers.get('vary')).toBe('accept-encoding');
    expect(await compressed.text()).toBe(await plain.clone().text());
  }
  const head = await fetch(`${url}${script}`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
});

test('the page is small', async () => {
  const [script = ''] = (await assets()).filter((path) => path.endsWith('.js'));
  const [style = ''] = (await assets()).filter((path) => path.endsWith('.css'));
  expect(brotliCompressSync(await text(script)).length).toBeLessThan(32_000);
  // Most of it says which of 92 font files has which characters.
  expect(brotliCompressSync(await text(style)).length).toBeLessThan(20_000);
});

test('every Hangul syllable has a font, and every file that is named is there', async () => {
  const named = await assets();
  const [style = ''] = named.filter((path) => path.endsWith('.css'));
  const css = await text(style);
  const ranges = [...css.matchAll(/unicode-range:([^;}]+)/gi)].flatMap(([, list = '']) =>
    list.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  );
  const missing: string[] = [];
  for (let code = 0xac00; code <= 0xd7a3; code += 1)
    if (!ranges.some(([from, to]) => from <= code && code <= to))
      missing.push(String.fromCodePoint(code));
  expect(missing).toEqual([]);

  const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(fonts.length).toBeGreaterThan(90);
  for (const path of [...named, ...fonts, '/assets/LICENSE-Pretendard.txt']) {
    const { status } = await fetch(`${url}${path}`, { method: 'HEAD' });
    expect(status, path).toBe(200);
  }
});

test.each([
  '/assets/',
  '/assets/missing.js',
  '/assets/../index.html',
  '/assets/..%2findex.html',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..',
  '/../package.json',
  '//etc/passwd',
  '/favicon.ico',
])('nothing is at %s', async (path) => {
  expect(await askRaw(path)).toBe(404);
});

test('it is read and not written', async () => {
  const answer = await fetch(`${url}/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('GET');
});

test('a page that was not built says how to build it', async () => {
  const page = createPageMount('/nowhere');
  const bare = createServer((asked, answer) => void page.handle(asked, answer)).listen(0);
  await once(bare, 'listening');
  const { port } = bare.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  bare.close();
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('pnpm --filter @jeonbo/url-db build');
});
