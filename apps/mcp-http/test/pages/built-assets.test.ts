import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { collectAssets } from '../../src/pages/collect-assets.ts';

// What is installed has no package of fonts beside it (the test command builds first).

const root = new URL('../../', import.meta.url);
const built = new URL('dist/page-assets/', root);

it('ships what the sources say, under the same names, with the licence of the fonts', () => {
  const assets = collectAssets();
  expect(readdirSync(built).sort()).toEqual([...assets.keys()].sort());
  for (const [name, body] of assets) {
    expect(readFileSync(new URL(name, built)).equals(body), name).toBe(true);
  }
  expect(assets.has('LICENSE-Pretendard.txt')).toBe(true);
  const { files } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  expect(files).toContain('dist/page-assets');
});

it('is no heavier than it has to be', () => {
  const bytes = [...collectAssets().values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes).toBeLessThan(1_700_000);
});
