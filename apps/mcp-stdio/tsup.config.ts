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

/** What a start does not need is in the other bundles. */
const leaveCold: Plugin = {
  name: 'leave-cold',
  setup: (build) => {
    build.onResolve(
      { filter: /^\.\/(commands|open-store|(?:twilio|kakao)\/server)\.ts$/ },
      ({ path, kind }) =>
        // What is there for its types or for others alone is left out anyway.
        kind === 'dynamic-import'
          ? { path: path.replace('/server', '-server').replace('.ts', '.js'), external: true }
          : undefined,
    );
  },
};

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). Everything but pg is bundled, so that
// the app installs as itself and pg. Not `clean`: the bundles are written at once, so `build` empties the folder first.
const shared: Options = {
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: true,
  minify: true,
  removeNodeProtocol: false,
  noExternal: [/^(?!pg$|pg\/|node:)/],
  external: ['pg'],
};

// Several bundles, each with its own copies of what they share: in one, every module that a rare command or another server
// shares with the start would be a file of its own, and each file costs a start about a millisecond.
export default defineConfig([
  {
    ...shared,
    entry: ['src/bin.ts'],
    esbuildPlugins: [smallValidator, leaveCold],
  },
  {
    ...shared,
    entry: { 'twilio-server': 'src/twilio/server.ts' },
    esbuildPlugins: [smallValidator, leaveCold],
  },
  {
    ...shared,
    entry: { 'kakao-server': 'src/kakao/server.ts' },
    esbuildPlugins: [smallValidator, leaveCold],
  },
  {
    ...shared,
    entry: ['src/index.ts', 'src/commands.ts', 'src/open-store.ts'],
    esbuildPlugins: [smallValidator],
  },
]);
