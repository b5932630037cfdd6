import { defineConfig } from 'tsup';

// Node runs what this writes with nothing installed beside it: our own packages are bundled in, each entry is one file.
// Declarations come from tsc, dist/web from vite; both run after this, as it empties dist.
export default defineConfig({
  entry: ['src/index.ts', 'src/bin.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node22',
  splitting: false,
  sourcemap: true,
  clean: true,
  noExternal: [/^@jeonbo\//],
  treeshake: true,
});
