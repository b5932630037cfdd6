import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entries, privateNames, published, readManifest } from './published/packages.ts';
import { installPacked, type Stranger, typeCheck } from './published/stranger.ts';

// What users get: packed as `pnpm publish` packs it, installed by npm in an empty folder. The test command has built
// everything; only the few real dependencies come from the registry.

let stranger: Stranger;
beforeAll(async () => {
  stranger = await installPacked();
});
afterAll(() => stranger?.[Symbol.dispose]());

const installed = (name: string) => join(stranger.folder, 'node_modules', name);

it('installs our packages from the tarballs, and few others', () => {
  const lock = JSON.parse(readFileSync(join(stranger.folder, 'package-lock.json'), 'utf8'));
  const resolved = Object.entries<{ resolved?: string }>(lock.packages).filter(([path]) => path);
  const ours = resolved.filter(([path]) => path.includes('node_modules/@jeonbo/'));
  expect(ours.map(([path]) => path.replace('node_modules/', '')).sort()).toEqual(
    published.map(({ manifest }) => manifest.name).sort(),
  );
  expect(ours.filter(([, { resolved }]) => !resolved?.startsWith('file:'))).toEqual([]);
  // What they ask for themselves, and all that comes with it: pg 14, the OAuth server 35.
  const asked = published.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}));
  const strangers = new Set(asked.filter((name) => !name.startsWith('@jeonbo/')));
  expect([...strangers].sort()).toEqual(['ky', 'oidc-provider', 'openid-client', 'pg']);
  expect(resolved.length - ours.length).toBeLessThanOrEqual(60);
});

it('runs the smallest example', async () => {
  expect(await stranger.run('node', 'example.ts')).toBe('성공 482913 INVALID_RECIPIENTS_COUNT\n');
});

it('imports every entry: names, no default, and nothing left open', async () => {
  const program = `
    for (const name of ${JSON.stringify(entries.map(({ name }) => name))}) {
      const entry = await import(name);
      if (Object.keys(entry).length === 0 || 'default' in entry) console.log(name);
    }`;
  expect(await stranger.run('node', '--input-type=module', '--eval', program)).toBe('');
});

function importEntries(file: string, names: readonly { readonly name: string }[]): string {
  const lines = names.map(({ name }, index) => `export * as entry${index} from '${name}';\n`);
  writeFileSync(join(stranger.folder, file), lines.join(''));
  return file;
}

it('type-checks against the packed declarations, and these themselves', async () => {
  const all = importEntries('entries.ts', entries);
  expect(await typeCheck(stranger, ['node'], all, 'example.ts')).toBe('');
});

it('needs no types of Node for the libraries', async () => {
  const libraries = entries.filter(({ isLibrary }) => isLibrary);
  expect(await typeCheck(stranger, [], importEntries('libraries.ts', libraries))).toBe('');
});

it('puts jeonbo-mcp on the path of npx', async () => {
  const { version } = readManifest(installed('@jeonbo/mcp-stdio'));
  expect(await stranger.run('npx', '--no-install', 'jeonbo-mcp', '--version')).toContain(version);
});

it('puts url-db on the path of npx, with its web page', async () => {
  const { version } = readManifest(installed('@jeonbo/url-db'));
  expect(await stranger.run('npx', '--no-install', 'url-db', '--version')).toContain(version);
  const program = `
    import { createUrlDb } from '@jeonbo/url-db';
    const urlDb = createUrlDb({ environment: { PORT: '0' } });
    const url = await urlDb.start();
    const page = await (await fetch(url)).text();
    const [, script] = /src="([^"]+)"/.exec(page);
    console.log((await fetch(new URL(script, url))).headers.get('content-type'));
    await urlDb.stop();`;
  const said = await stranger.run('node', '--input-type=module', '--eval', program);
  expect(said).toBe('text/javascript; charset=utf-8\n');
});

describe.each(published.map(({ manifest }) => manifest.name))('%s', (name) => {
  const files = () =>
    readdirSync(installed(name), { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('node_modules'),
    );

  it('depends on nothing that is private or of this workspace only', () => {
    const { dependencies, peerDependencies, optionalDependencies } = readManifest(installed(name));
    const all = Object.entries({ ...dependencies, ...peerDependencies, ...optionalDependencies });
    const wrong = all.filter(
      ([dependency, range]) =>
        privateNames.includes(dependency) || /^(workspace|catalog|link|file):/.test(range),
    );
    expect(wrong).toEqual([]);
  });

  it('names no private package in what it declares or runs', () => {
    const wrong = files()
      .filter((path) => /\.(d\.ts|js)$/.test(path))
      .filter((path) => {
        const source = readFileSync(join(installed(name), path), 'utf8');
        return privateNames.some((other) => new RegExp(`['"\`]${other}['"\`/]`).test(source));
      });
    expect(wrong).toEqual([]);
  });

  it('brings no tests and no tarball, but its licence', () => {
    expect(files().filter((path) => /\.test\.|\.tgz$|tsbuildinfo/.test(path))).toEqual([]);
    expect(files()).toContain('LICENSE');
  });
});
