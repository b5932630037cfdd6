import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// How every published library is built: one file an entry point (and what entries share), because sixty small files
// take three times as long to import. Declarations are tsc's: TypeScript 7 has no JavaScript API for tsup's own.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string>;
};
const entry = Object.fromEntries(
  Object.values(exports).map((source) => [source.replace(/^\.\/src\/(.*)\.ts$/, '$1'), source]),
);

export default defineConfig({
  entry,
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  sourcemap: true,
  clean: true,
  splitting: true,
  treeshake: true,
});
