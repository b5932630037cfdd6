import { isBuiltin } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

export interface Bundle {
  /** 1000 bytes, minified, gzip -9. */
  readonly gzipKb: number;
  readonly builtins: readonly string[];
}

/** What a browser downloads for a piece of code, with everything that it needs. */
export async function bundle(code: string, folder: string): Promise<Bundle> {
  const builtins = new Set<string>();
  const noteBuiltins: Plugin = {
    name: 'note-builtins',
    setup: ({ onResolve }) => {
      onResolve({ filter: /.*/ }, ({ path }) => {
        if (!isBuiltin(path)) return undefined;
        builtins.add(path);
        return { path, external: true };
      });
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    plugins: [noteBuiltins],
  });
  const bytes = outputFiles.reduce(
    (sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length,
    0,
  );
  return { gzipKb: bytes / 1000, builtins: [...builtins] };
}
