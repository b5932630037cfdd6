import { defineConfig } from 'tsup';

/** PostgreSQL's driver stays outside, so that a hole in it is mended by `npm update`; it is loaded only where it is used. */
const dependencies = ['pg'];

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). Everything else is bundled, so that the
// app installs as itself and that one.
export default defineConfig({
  entry: {
    bin: 'src/bin.ts',
    index: 'src/index.ts',
    'bulk-thread': 'src/storage/sqlite/bulk-thread.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  minify: true,
  removeNodeProtocol: false,
  noExternal: [new RegExp(`^(?!(?:${dependencies.join('|')})(?:$|/)|node:)`)],
  external: dependencies,
  // prom-client is CommonJS and asks for Node's own modules by require, which a module does not have.
  banner: {
    js: "import { createRequire as jeonboRequire } from 'node:module'; const require = jeonboRequire(import.meta.url);",
  },
});
