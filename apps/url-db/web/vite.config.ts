import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'vite';

/** The licence of the fonts goes wherever they go. */
const fontLicense = {
  name: 'font-license',
  generateBundle(this: { emitFile(file: object): string }) {
    const path = createRequire(import.meta.url).resolve('pretendard/dist/LICENSE.txt');
    const source = readFileSync(path);
    this.emitFile({ type: 'asset', fileName: 'assets/LICENSE-Pretendard.txt', source });
  },
};

export default defineConfig({
  plugins: [fontLicense],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The page runs under `default-src 'self'`: a font or icon as a data: URL would be refused.
    assetsInlineLimit: 0,
    // The first releases with light-dark(), which the colours use.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
  },
});
