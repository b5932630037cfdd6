import { fileURLToPath } from 'node:url';
import { defineConfig, type Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** See src/sdk-shims.ts. */
const smallValidator: Plugin = {
  name: 'small-validator',
  setup: (build) => {
    const path = fileURLToPath(new URL('src/sdk-shims.ts', import.meta.url));
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({ path }));
  },
};

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). Everything but pg is bundled, so that
// the app installs as itself and pg.
export default defineConfig({
  entry: ['src/bin.ts', 'src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  minify: true,
  removeNodeProtocol: false,
  noExternal: [/^(?!pg$|pg\/|node:)/],
  external: ['pg'],
  esbuildPlugins: [smallValidator],
  // prom-client is CommonJS and asks for Node's own modules by require, which a module does not have.
  banner: {
    js: "import { createRequire as jeonboRequire } from 'node:module'; const require = jeonboRequire(import.meta.url);",
  },
});
