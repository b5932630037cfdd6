import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const { files, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Every declaration that `index.d.ts` leads to. */
function declarations(path: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(path)) return seen;
  const source = readFileSync(path, 'utf8');
  seen.set(path, source);
  for (const [, relative = ''] of source.matchAll(/from '(\.[^']+)\.[jt]s'/g))
    declarations(join(dirname(path), `${relative}.d.ts`), seen);
  return seen;
}

it('publishes types that need no package of ours', () => {
  const found = declarations(join(root, 'dist/index.d.ts'));
  expect([...found.values()].join('\n')).toContain('createHttpServer');
  for (const [path, source] of found) {
    const foreign = [...source.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name);
    expect(foreign.filter((name) => !name?.startsWith('node:'))).toEqual([]);
    expect(files).toContain(path.slice(root.length));
  }
});

it('needs nothing installed but pg and the OAuth libraries', () => {
  const real = ['oidc-provider', 'openid-client', 'pg'];
  expect(Object.keys(dependencies)).toEqual(real);
  for (const name of readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js'))) {
    const source = readFileSync(join(root, 'dist', name), 'utf8');
    const imported = [
      ...source.matchAll(/(?:^|[;}])(?:import|export)[^'"();]*from["']([^"']+)["']/g),
    ];
    const outside = imported.map(([, from]) => from).filter((from) => !from?.startsWith('.'));
    expect(outside.filter((from = '') => !isBuiltin(from) && !real.includes(from))).toEqual([]);
  }
});

it('loads the OAuth libraries only for kakao', () => {
  const names = readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js'));
  const loading = names.filter((name) =>
    /["'](?:oidc-provider|openid-client)["']/.test(readFileSync(join(root, 'dist', name), 'utf8')),
  );
  // The chunk behind the one `import()` of it.
  expect(loading).toEqual([expect.stringMatching(/^oauth-\w+\.js$/)]);
});
