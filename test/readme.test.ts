import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { type Sandbox, startSandbox } from '@jeonbo/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpStatus } from '../packages/core/src/index.ts';
import { published, root } from './published/packages.ts';

// The documents are held to what the code does: snippets compile and run, links lead somewhere, both languages agree.

const execute = promisify(execFile);

/** Files below a folder of the repository, by their path from the root. */
function find(folder: string, wanted: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|\..*|CHANGELOG\.md)$/.test(entry.name)) return [];
    const path = join(folder, entry.name).split(sep).join('/');
    if (entry.isDirectory()) return find(path, wanted);
    return wanted.test(entry.name) ? [path] : [];
  });
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = find('.', /\.md$/);
const readmes = documents.filter((path) => path.endsWith('README.md'));

interface Block {
  readonly line: number;
  /** What stands behind the opening fence: `ts`, `ts continued`, `json`, `sh`. */
  readonly info: string;
  readonly code: string;
}

function blocksOf(path: string): Block[] {
  const text = read(path);
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(({ index, 1: info, 2: code }) => ({
    line: text.slice(0, index).split('\n').length,
    info: info as string,
    code: code as string,
  }));
}

const withoutCode = (text: string) =>
  text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

describe('the TypeScript of the READMEs', () => {
  const promised = [
    '.',
    'packages/core',
    'packages/baas',
    'packages/twilio',
    'apps/url-db',
  ].flatMap((folder) => ['README.md', 'README.ko.md'].map((name) => join(folder, name)));
  let folder: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ deliveryMs: 20 });
    folder = mkdtempSync(join(tmpdir(), 'jeonbo-readme-'));
    mkdirSync(join(folder, 'node_modules/@jeonbo'), { recursive: true });
    for (const { folder: target, manifest } of published)
      symlinkSync(target, join(folder, 'node_modules', manifest.name), 'junction');
    promised.forEach(writeSnippets);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await sandbox.close();
  });

  /** `ts continued` goes on where the document's first snippet ends. */
  function writeSnippets(path: string) {
    const snippets = blocksOf(path).filter(({ info }) => /^ts( continued)?$/.test(info));
    for (const { info, line, code } of snippets) {
      const before = info === 'ts' ? '' : snippets[0]?.code;
      writeFileSync(join(folder, `${path.replaceAll(/[\\/]/g, '_')}_${line}.ts`), before + code);
    }
  }

  it('type-checks', async () => {
    const options = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] };
    const lib = ['ES2024', 'ESNext.Disposable', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'];
    const config = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { ...options, lib, noUnusedLocals: false, noUnusedParameters: false },
      include: ['*.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const shell = process.platform === 'win32';
    const tsc = execute(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { shell });
    const found = await tsc.then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout,
    );
    expect(found).toBe('');
  });

  it.each(promised)('runs against the sandbox: %s', async (path) => {
    // Each starts with nobody registered.
    sandbox.reset();
    const prefix = `${path.replaceAll(/[\\/]/g, '_')}_`;
    const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
    expect(files).not.toEqual([]);
    const env = {
      ...process.env,
      BAAS_API_BASE_URL: sandbox.url,
      BAAS_API_KEY: 'sandbox-key',
      PROJECT_ID: '00000000-0000-4000-8000-000000000000',
      TWILIO_API_BASE_URL: sandbox.url,
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'sandbox-token',
      TWILIO_PHONE_NUMBER: '+15005550006',
    };
    const program = `for (const file of ${JSON.stringify(files)})
      await import('./' + file).catch((cause) => { throw new Error(file, { cause }); });`;
    const options = { cwd: folder, env };
    await execute(process.execPath, ['--input-type=module', '--eval', program], options);
  });
});

it.each(documents)('%s: its links lead somewhere', (path) => {
  const links = [...withoutCode(read(path)).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)];
  const dead = links
    .map(([, link]) => link as string)
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
    });
  expect(dead).toEqual([]);
});

/** Headings as GitHub makes addresses of them. */
function anchorsOf(path: string): string[] {
  return headingsOf(path).map(({ title }) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function headingsOf(path: string) {
  const lines = read(path)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .matchAll(/^(#+) (.*)$/gm);
  return [...lines].map(([, level = '', title = '']) => ({ level: level.length, title }));
}

/** What users get, and the examples; private packages speak to contributors only. */
const spoken = readmes.filter((path) => !/^(docs|bench|test|packages\/(store|tools))\//.test(path));
const twins = spoken.map((path) => [path, path.replace('.md', '.ko.md')] as const);

it.each(twins)('%s and %s have the same parts', (english, korean) => {
  const parts = (path: string) => ({
    headings: headingsOf(path).map(({ level }) => level),
    blocks: blocksOf(path).map(({ info }) => info),
    rows: withoutCode(read(path)).match(/^\|/gm)?.length,
  });
  expect(parts(korean)).toEqual(parts(english));
});

it.each(['README.md', 'README.ko.md'])(
  'core’s %s tells every code once, with its status',
  (name) => {
    const rows = read(`packages/core/${name}`).matchAll(/^\| `([A-Z_]+)` *\| (\d+) *\|/gm);
    const told = [...rows].map(([, code, status]) => [code, Number(status)]);
    expect(told).toEqual(Object.entries(httpStatus));
  },
);

const sources = find('.', /\.(tsx?|mjs|json)$/).filter((path) => !path.includes('test/readme'));
const words = new Set(
  sources.flatMap((path) => read(path).match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g)),
);

it.each(documents)('%s: every variable and code that it names is in the code', (path) => {
  const named = new Set(read(path).match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g));
  expect([...named].filter((word) => !words.has(word))).toEqual([]);
});

it.each(documents)('%s: its JSON parses and its scripts exist', (path) => {
  const blocks = blocksOf(path);
  for (const { code } of blocks.filter(({ info }) => info === 'json')) JSON.parse(code);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const called = [...read(path).matchAll(/\bpnpm@12 ([a-z]+)/g)].map(([, name]) => name as string);
  expect(called.filter((name) => name !== 'vitest' && !(name in scripts))).toEqual([]);
});
