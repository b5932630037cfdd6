import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { defineConfig, type Options } from 'tsup';
import { collectAssets } from './src/pages/collect-assets.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** See src/sdk-shims.ts. */
const smallValidator: Plugin = {
  name: 'small-validator',
  setup: (build) => {
    const path = fileURLToPath(new URL('src/sdk-shims.ts', import.meta.url));
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({ path }));
  },
};

/** Styles and fonts of the pages, where src/pages/assets.ts looks for them. */
function writeAssets(outDir: string): void {
  const folder = new URL(`${pathToFileURL(resolve(here, outDir))}/page-assets/`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, body] of collectAssets()) writeFileSync(new URL(name, folder), body);
}

/**
 * Real dependencies: pg for who has PostgreSQL, and the two OAuth libraries, which are loaded only where kakao is served.
 * A hole in them must be mended by `npm update`, without waiting for a release of ours.
 */
const dependencies = ['pg', 'oidc-provider', 'openid-client'];

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). Everything else is bundled, so that the
// app installs as itself and those three.
export default defineConfig(({ outDir = 'dist' }) => ({
  entry: ['src/bin.ts', 'src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  minify: true,
  removeNodeProtocol: false,
  noExternal: [new RegExp(`^(?!(?:${dependencies.join('|')})(?:$|/)|node:)`)],
  external: dependencies,
  esbuildPlugins: [smallValidator],
  onSuccess: async () => writeAssets(outDir),
  // prom-client is CommonJS and asks for Node's own modules by require, which a module does not have.
  banner: {
    js: "import { createRequire as jeonboRequire } from 'node:module'; const require = jeonboRequire(import.meta.url);",
  },
}));
