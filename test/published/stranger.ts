import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { published, root } from './packages.ts';

const execute = promisify(execFile);

export interface Stranger extends Disposable {
  readonly folder: string;
  /** Runs a command in the folder and answers what it printed. */
  run(command: string, ...args: string[]): Promise<string>;
}

/** A folder outside the workspace in which the packed packages, and nothing else, are installed by npm. */
export async function installPacked(): Promise<Stranger> {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-stranger-'));
  const tarballs = await Promise.all(
    published.map(async ({ folder: source, manifest: { name } }) => {
      const tarball = `${name.replace('@jeonbo/', '')}.tgz`;
      await run('pnpm', ['pack', '--silent', '--out', join(folder, tarball)], source);
      return [name, `file:${tarball}`] as const;
    }),
  );
  const manifest = { private: true, type: 'module', dependencies: Object.fromEntries(tarballs) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  cpSync(join(import.meta.dirname, 'example.ts'), join(folder, 'example.ts'));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return {
    folder,
    run: (command, ...args) => run(command, args, folder),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  // Without the settings by which pnpm runs this test: npm would take them for its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|pnpm_|NODE_OPTIONS$|VITEST)/i.test(name),
    ),
  );
  try {
    // A .cmd file on Windows.
    const shell = process.platform === 'win32';
    const { stdout } = await execute(command, args, { cwd, env, shell });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}

/**
 * Type-checks files of the folder, and every declaration that they lead to, by the compiler of this workspace: what a
 * stranger would install, without installing it. Answers what the compiler found.
 */
export function typeCheck(stranger: Stranger, types: readonly 'node'[], ...files: string[]) {
  const modules = join(root, 'node_modules');
  const options = '--noEmit --strict --module nodenext --skipLibCheck false'.split(' ');
  const nodeTypes = ['--typeRoots', join(modules, '@types'), '--types', types.join()];
  return stranger.run(join(modules, '.bin/tsc'), ...options, ...nodeTypes, ...files);
}
