import type { Manifest } from './manifest.ts';
import { IsolateError, type Problem } from './problem.ts';
import { neededFor, type RuntimePermission, textOf } from './runtime-permission.ts';

/**
 * Holds what is asked for at run time against the manifest. Nobody is asked to consent to what it does not declare.
 *
 * @throws IsolateError that names each permission which is missing there
 */
export function checkDeclared(
  { permissions }: Manifest,
  requested: readonly RuntimePermission[],
): void {
  const problems = requested.flatMap((permission): Problem[] =>
    neededFor(permission)
      .filter((needed) => !permissions.includes(needed))
      .map((value) => ({
        code: 'PERMISSION_MISSING',
        field: `${permission.kind} ${textOf(permission)}`,
        values: { value },
      })),
  );
  if (problems.length > 0) throw new IsolateError(problems);
}
