import { chownSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Mount } from './engine-arguments.ts';
import { IsolateError, type Problem } from './problem.ts';
import type { RuntimePermission } from './runtime-permission.ts';

/** In the container they are the system's own; of this machine they are no server's business. */
const systemFolder =
  /^\/(?:$|(?:bin|boot|code|dev|etc|lib\w*|opt\/jeonbo|proc|run|sbin|sys|usr|var\/run)(?:\/|$))/;

interface MountFacts {
  /** Made where it does not exist yet. */
  readonly ledger: string | undefined;
  /** Of a manifest for development; mounted at /code. */
  readonly code: string | undefined;
  /** uid:gid of the server. */
  readonly user: string;
}

/**
 * Where each consented path is mounted: at the same path, so that settings which name it hold in there too.
 *
 * @throws IsolateError where one is missing, is the system's, or cannot be written by the server's user
 */
export function mountsFor(
  granted: readonly RuntimePermission[],
  { ledger, code, user }: MountFacts,
): readonly Mount[] {
  const problems: Problem[] = [];
  const mounts = granted.flatMap((permission): Mount[] => {
    if (permission.kind !== 'path') return [];
    const { path, mode } = permission;
    if (path === ledger) makeLedger(path, user);
    const source = realpath(path);
    const problem =
      source === undefined
        ? ({ code: 'PATH_NOT_FOUND', field: path } as const)
        : problemOf(path, source, mode, user);
    if (problem) problems.push(problem);
    return source === undefined ? [] : [{ source, target: path === code ? '/code' : path, mode }];
  });
  if (problems.length > 0) throw new IsolateError(problems);
  return mounts;
}

/** As the server itself would make it, for the user that it has in the container. */
function makeLedger(path: string, user: string): void {
  const made = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (made === undefined || process.getuid?.() !== 0) return;
  const [uid = 0, gid = 0] = user.split(':').map(Number);
  chownSync(path, uid, gid);
}

function realpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function problemOf(
  path: string,
  source: string,
  mode: 'ro' | 'rw',
  user: string,
): Problem | undefined {
  const refused = (reason: string): Problem => ({
    code: 'PATH_REFUSED',
    field: path,
    values: { reason },
  });
  const found = statSync(source);
  if ([path, source].some((one) => systemFolder.test(one))) return refused(source);
  if (source === homedir()) return refused('~');
  if (found.isSocket()) return refused('socket');
  // It is written into one word, whose parts are separated by commas.
  if (/[,"\n]/.test(path + source)) return refused(', " \\n');
  if (mode === 'rw' && !isWritable(found, user))
    return { code: 'PATH_NOT_WRITABLE', field: path, values: { user } };
  return undefined;
}

function isWritable({ uid, mode }: Stats, user: string): boolean {
  return `${uid}` === user.split(':')[0] || (mode & 0o002) !== 0 || process.platform === 'win32';
}
