import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { asset, assetPath } from './assets.ts';

const css = assetPath('pages.css');
const text = (body: Uint8Array | undefined): string => Buffer.from(body ?? []).toString('utf8');
const sheet = text(asset(css)?.body);
const fonts = [...sheet.matchAll(/url\("([^"]+)"\)/g)].map(([, name]) => `/assets/${name}`);

it('serves what may be kept for ever, since a name never changes its content', () => {
  expect(asset(css)?.headers).toEqual({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'Accept-Encoding',
  });
  const { body, headers } = asset(fonts[0] ?? '') ?? {};
  expect(headers?.['content-type']).toBe('font/woff2');
  const hash = createHash('sha256')
    .update(body ?? '')
    .digest('base64url');
  const [, named = 'none'] = /\.(\w{10})\.woff2$/.exec(fonts[0] ?? '') ?? [];
  expect(hash.replace(/[-_]/g, '').startsWith(named)).toBe(true);
});

it('has everything that the styles name', () => {
  expect(fonts.length).toBeGreaterThan(90);
  expect(new Set(fonts).size).toBe(fonts.length);
  for (const path of fonts) expect(asset(path)?.body.byteLength).toBeGreaterThan(1_000);
  expect(asset(assetPath('icon.svg'))?.headers['content-type']).toBe('image/svg+xml');
});

it('has a regular letter for each of the 11,172 syllables, once', () => {
  const counts = new Map<number, number>();
  for (const [, ranges = ''] of sheet.matchAll(/font-weight:400;[^}]*unicode-range:([^}]+)/g)) {
    for (const range of ranges.split(',')) {
      const [from = 0, to = from] = range
        .slice(2)
        .split('-')
        .map((point) => Number.parseInt(point, 16));
      for (let point = from; point <= to; point += 1) {
        if (point >= 0xac00 && point <= 0xd7a3) counts.set(point, (counts.get(point) ?? 0) + 1);
      }
    }
  }
  expect(counts.size).toBe(11_172);
  expect(new Set(counts.values())).toEqual(new Set([1]));
});

it('compresses the styles as the browser asks', () => {
  const br = asset(css, 'gzip, deflate, br');
  expect(br?.headers['content-encoding']).toBe('br');
  expect(text(brotliDecompressSync(br?.body ?? ''))).toBe(sheet);
  expect(br?.body.byteLength).toBeLessThan(20_000);
  const gzip = asset(css, 'gzip;q=1.0, br;q=0');
  expect(gzip?.headers['content-encoding']).toBe('gzip');
  expect(text(gunzipSync(gzip?.body ?? ''))).toBe(sheet);
  expect(asset(css, 'identity')?.headers).not.toHaveProperty('content-encoding');
  expect(asset(fonts[0] ?? '', 'br')?.headers).not.toHaveProperty('content-encoding');
});

it.each([
  '/assets/',
  '/assets/pages.css',
  '/assets/../package.json',
  '/assets/..%2fpackage.json',
  '/assets/LICENSE-Pretendard.txt',
  '/assets/__proto__',
  '/assets/constructor',
  '/other/pages.css',
  css.replace('/assets/', '/'),
  `${css}/`,
])('nothing is at %s', (path) => {
  expect(asset(path)).toBeUndefined();
});
