import { defineConfig } from 'tsup';

// Declarations come from tsc (TypeScript 7 has no JavaScript API for tsup's own). The schemas are internal, so
// zod/mini is bundled in: an app needs no zod, and importing costs about what ky alone costs.
export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  sourcemap: true,
  clean: true,
  external: [/^@jeonbo\/core/],
  noExternal: ['zod'],
  treeshake: true,
});
