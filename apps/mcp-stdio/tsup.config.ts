import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';

const lazyKy = fileURLToPath(new URL('src/lazy-ky.ts', import.meta.url));

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). Everything but pg is bundled, so that
// the app installs as itself and pg; what a start does not need stays in chunks of its own.
export default defineConfig({
  entry: ['src/bin.ts', 'src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  minify: true,
  clean: true,
  noExternal: [/^(?!pg$|pg\/|node:)/],
  external: ['pg'],
  esbuildPlugins: [
    {
      name: 'lazy-ky',
      setup: (build) => {
        build.onResolve({ filter: /^ky$/ }, ({ importer }) =>
          importer === lazyKy ? undefined : { path: lazyKy },
        );
      },
    },
  ],
});
