import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The page runs under `default-src 'self'`: a font or icon as a data: URL would be refused.
    assetsInlineLimit: 0,
    // The first releases with light-dark(), which the colours use.
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'src/kakao/pages.css'],
      output: {
        // The server writes pages that link to it, so its name must not change.
        assetFileNames: ({ names }) =>
          names.includes('pages.css') ? 'kakao.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
