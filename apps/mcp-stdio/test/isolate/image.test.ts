import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

const root = packageRoot();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('container/Dockerfile');

it('the image has the versions of the repository', () => {
  const { optionalDependencies } = JSON.parse(read('../../package.json'));
  expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${optionalDependencies.node}-slim\n`);
  const [, pg = ''] = /^ +pg: \^(.+)$/m.exec(read('../../pnpm-workspace.yaml')) ?? [];
  expect(dockerfile).toContain(`ARG PG_VERSION=${pg}\n`);
});

it('everything it is built of is in the package, and may be run', () => {
  const { files } = JSON.parse(read('package.json'));
  const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, from]) =>
    (from ?? '').split(' '),
  );
  expect(copied).toContain('container/entrypoint.sh');
  for (const path of copied) statSync(join(root, path));
  const shipped = [...copied.filter((path) => path.includes('/')), 'container/Dockerfile'];
  expect(files).toEqual(expect.arrayContaining(shipped));
  for (const script of copied.filter((path) => path.endsWith('.sh')))
    expect(statSync(join(root, script)).mode & 0o111).toBe(0o111);
});
