import { isBuiltin } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

export interface Bundle {
  /** 1000 bytes, minified, gzip -9. */
  readonly gzipKb: number;
  readonly builtins: readonly string[];
}

/** A piece of code with everything that it needs, as a browser downloads it or as a bundle for Node has it. */
export async function bundle(
  code: string,
  folder: string,
  platform: 'browser' | 'node' = 'browser',
): Promise<Bundle> {
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
    platform,
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
