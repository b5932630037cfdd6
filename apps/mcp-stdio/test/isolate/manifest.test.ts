import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDeclared } from '../../src/isolate/check-declared.ts';
import { checkManifest } from '../../src/isolate/check-manifest.ts';
import { twilioManifest } from '../../src/isolate/manifest.ts';
import { manifestPermissions, neverGiven } from '../../src/isolate/permissions.ts';
import { IsolateError } from '../../src/isolate/problem.ts';
import { readManifest } from '../../src/isolate/read-manifest.ts';

/** The seed's DevMCPManifest. */
const seed = {
  name: 'SpendWise SMS Server',
  description: 'Sends SMS via Twilio',
  registry: 'pypi',
  package: 'mcp-server-sms',
  permissions: ['mcp.ac.network.client', 'mcp.ac.system.env.read'],
  code_mount: './mcp-server-sms',
  exec_command: "sh -c 'pip install . && python3 -m mcp_server_sms'",
};

function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof IsolateError) return error;
    throw error;
  }
  throw new Error('expected an IsolateError');
}

describe('a manifest', () => {
  it('of the app itself is right, and so is one for local code', () => {
    expect(checkManifest({ ...twilioManifest })).toEqual(twilioManifest);
    expect(checkManifest(seed)).toEqual(seed);
  });

  it('may declare each of the 18 permissions', () => {
    expect(manifestPermissions).toHaveLength(18);
    expect(new Set(manifestPermissions).size).toBe(18);
    checkManifest({ ...seed, permissions: [...manifestPermissions] });
    expect(neverGiven).toHaveLength(10);
  });

  it.each<[object, string, string, RegExp]>([
    [{ name: undefined }, 'FIELD_MISSING', 'name', /"SpendWise SMS Server"/],
    [{ description: '  ' }, 'FIELD_WRONG', 'description', /"Sends SMS via Twilio"/],
    [{ registry: 'PYPI' }, 'FIELD_WRONG', 'registry', /"npm", "pypi"/],
    [{ package: '--privileged' }, 'FIELD_WRONG', 'package', /"@jeonbo\/mcp-stdio"/],
    [{ package: 'a; rm -rf /' }, 'FIELD_WRONG', 'package', /"@jeonbo\/mcp-stdio"/],
    [{ permissions: 'all' }, 'FIELD_WRONG', 'permissions', /\["mcp\.ac\./],
    [{ exec_command: undefined }, 'FIELD_MISSING', 'exec_command', /python3 -m/],
    [{ permision: [] }, 'FIELD_UNKNOWN', 'permision', /→ permissions/],
    [
      { permissions: ['mcp.ac.location', 'mcp.ac.network.clint'] },
      'PERMISSION_UNKNOWN',
      'permissions[1]',
      /→ mcp\.ac\.network\.client/,
    ],
    [{ permissions: [7] }, 'PERMISSION_UNKNOWN', 'permissions[0]', /There are: mcp\.ac\./],
    [
      { permissions: ['mcp.ac.location', 'mcp.ac.location'] },
      'PERMISSION_TWICE',
      'permissions[1]',
      /once/,
    ],
  ])('with %j is refused: %s %s', (change, code, field, right) => {
    const error = problemsOf(() => checkManifest({ ...seed, ...change }));
    expect(error.problems).toMatchObject([{ code, field }]);
    expect(error.in('en')).toMatch(right);
    expect(error.in('en')).not.toMatch(/\{\w+\}/);
    expect(error.in('ko')).not.toMatch(/\{\w+\}/);
  });

  it('is told everything that is wrong with it at once', () => {
    const error = problemsOf(() => checkManifest({ permissions: ['x', 'y'] }));
    expect(error.problems).toHaveLength(6);
  });

  it('in a file has its code beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jeonbo-manifest-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'manifest.json');
    await writeFile(path, JSON.stringify(seed));
    expect(readManifest(path).code_mount).toBe(join(folder, 'mcp-server-sms'));
    await writeFile(path, '[1]');
    expect(problemsOf(() => readManifest(path)).problems[0]?.code).toBe('MANIFEST_NOT_JSON');
    await writeFile(path, '{');
    expect(problemsOf(() => readManifest(path)).problems[0]?.code).toBe('MANIFEST_NOT_JSON');
    const missing = problemsOf(() => readManifest(join(folder, 'none.json')));
    expect(missing.in('en')).toContain('ENOENT');
  });
});

describe('what is asked for at run time', () => {
  it.each([
    [{ kind: 'domain', domain: 'api.twilio.com', port: 443 }, ['mcp.ac.network.client']],
    [{ kind: 'host', host: '10.0.0.5', port: 5432 }, ['mcp.ac.network.client']],
    [{ kind: 'env', name: 'TWILIO_AUTH_TOKEN' }, ['mcp.ac.system.env.read']],
    [{ kind: 'path', path: '/data', mode: 'ro' }, ['mcp.ac.filesystem.read']],
    [
      { kind: 'path', path: '/data', mode: 'rw' },
      ['mcp.ac.filesystem.read', 'mcp.ac.filesystem.write'],
    ],
  ] as const)('%j needs %j in the manifest', (permission, needed) => {
    const bare = { ...twilioManifest, permissions: [] };
    const error = problemsOf(() => checkDeclared(bare, [permission]));
    expect(error.problems.map(({ code, values }) => [code, values?.value])).toEqual(
      needed.map((value) => ['PERMISSION_MISSING', value]),
    );
    for (const value of needed) expect(error.in('ko')).toContain(value);
    checkDeclared({ ...twilioManifest, permissions: [...needed] }, [permission]);
  });
});
