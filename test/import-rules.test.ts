import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Who may import whom (ARCHITECTURE.md). A new package joins by a line here.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Our own packages that each may import. */
const houses: Readonly<Record<string, readonly string[]>> = {
  'packages/core': [],
  'packages/baas': ['core'],
  'packages/kakao': ['core'],
  'packages/twilio': ['core'],
  'packages/store': ['core'],
  'packages/tools': ['core', 'baas-client', 'kakao-client', 'twilio-client'],
  'packages/server': ['core', 'baas-client', 'kakao-client', 'twilio-client', 'tools', 'store'],
  'apps/mcp-http': ['core', 'tools', 'store', 'server'],
  // Logs people in at Kakao, which is no tool of an agent.
  'apps/mcp-stdio': ['core', 'kakao-client', 'tools', 'store', 'server'],
  'apps/sandbox': ['core'],
  'apps/url-db': ['core', 'store'],
};

/** External packages that only these places may import. */
const reserved: readonly { readonly name: RegExp; readonly places: readonly string[] }[] = [
  { name: /^ky(\/|$)/, places: ['packages/core/src/http/'] },
  { name: /^(node:sqlite|pg)$/, places: ['packages/store/src/', 'apps/url-db/src/storage/'] },
  { name: /^@modelcontextprotocol\//, places: ['apps/', 'packages/tools/src/bind'] },
];

/** Run on Bun, Deno, Workers and in browsers too. */
const libraries = ['packages/core', 'packages/baas', 'packages/kakao', 'packages/twilio'];

const testFile = /\.test\.tsx?$|\.generated\.ts$|\/(test|testing|test-support)\//;

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const forms = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"\n]+)['"]/g;
  return [...text.matchAll(forms)].map(([, name]) => name as string);
}

const all = Object.keys(houses).flatMap((house) =>
  sources(join(root, house)).map((path) => ({
    house,
    path: relative(root, path).split(sep).join('/'),
    imports: importsOf(path),
  })),
);

it('sees the sources', () => {
  expect(all.length).toBeGreaterThan(50);
  expect(all.some(({ imports }) => imports.includes('ky'))).toBe(true);
});

it('lists every package', () => {
  const found = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  expect(found.sort()).toEqual(Object.keys(houses).sort());
});

describe.each(Object.entries(houses))('%s', (house, allowed) => {
  const files = all.filter((file) => file.house === house && !testFile.test(file.path));

  it('imports only the packages of ours that it may', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .map((name) => /^@jeonbo\/([\w-]+)/.exec(name)?.[1])
        .filter((name) => name !== undefined && !allowed.includes(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches no other package by a path', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => join(dirname(path), name))
        .filter((target) => !target.split(sep).join('/').startsWith(`${house}/`))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves to others what is theirs', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter((name) =>
          reserved.some(
            (rule) => rule.name.test(name) && !rule.places.some((place) => path.startsWith(place)),
          ),
        )
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

it.each(libraries)('%s needs no Node built-in', (house) => {
  const wrong = all
    .filter((file) => file.house === house && !testFile.test(file.path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith('node:') || builtinModules.includes(name))
        .map((name) => `${path} → ${name}`),
    );
  expect(wrong).toEqual([]);
});
