import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { checkManifest } from './check-manifest.ts';
import { type Manifest, twilioManifest } from './manifest.ts';
import { IsolateError } from './problem.ts';

/** The one that ships with this app, or that of a file; its code_mount is relative to it. */
export function readManifest(path: string | undefined): Manifest {
  if (path === undefined) return twilioManifest;
  const manifest = checkManifest(parse(read(path), path));
  const { code_mount } = manifest;
  if (code_mount === undefined) return manifest;
  return { ...manifest, code_mount: resolve(dirname(path), code_mount) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new IsolateError([{ code: 'MANIFEST_UNREADABLE', field: path, values: { reason } }]);
  }
}

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  let reason = 'no object';
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    reason = (error as Error).message;
  }
  throw new IsolateError([{ code: 'MANIFEST_NOT_JSON', field: path, values: { reason } }]);
}
