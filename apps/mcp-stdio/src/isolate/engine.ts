import { execFile } from 'node:child_process';
import type { Environment } from '../types.ts';
import { IsolateError, type Problem } from './problem.ts';

export const engineNames = ['docker', 'podman'] as const;
export type EngineName = (typeof engineNames)[number];

/** Fails where nobody would answer `run`: docker's own command works without its daemon. */
const question: Readonly<Record<EngineName, readonly string[]>> = {
  docker: ['version', '--format', '{{.Server.Version}}'],
  podman: ['info', '--format', '{{.Version.Version}}'],
};
const answerMs = 20_000;

/**
 * The first engine that answers, or the one that is wanted.
 *
 * @throws IsolateError `ENGINE_NOT_FOUND`, or `ENGINE_UNREACHABLE` where one is installed
 */
export async function findEngine(
  wanted: EngineName | undefined,
  environment: Environment,
): Promise<EngineName> {
  const names = wanted ? [wanted] : engineNames;
  const problems: Problem[] = [];
  for (const name of names) {
    const failure = await failureOf(name, question[name], environment);
    if (failure === undefined) return name;
    if (failure.missing) continue;
    problems.push({ code: 'ENGINE_UNREACHABLE', field: name, values: { reason: failure.said } });
  }
  if (problems.length > 0) throw new IsolateError(problems);
  throw new IsolateError([{ code: 'ENGINE_NOT_FOUND', field: names.join(', ') }]);
}

/** @throws IsolateError `IMAGE_NOT_FOUND`: nothing is fetched from a name that anybody could have taken */
export async function requireImage(
  engine: EngineName,
  image: string,
  environment: Environment,
): Promise<void> {
  if (await failureOf(engine, ['image', 'inspect', image], environment))
    throw new IsolateError([{ code: 'IMAGE_NOT_FOUND', field: image }]);
}

interface Failure {
  readonly missing: boolean;
  readonly said: string;
}

function failureOf(
  command: string,
  words: readonly string[],
  environment: Environment,
): Promise<Failure | undefined> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...words],
      { env: environment, timeout: answerMs },
      (error, _stdout, stderr) => {
        if (!error) return resolve(undefined);
        // The last line is what it could not do.
        const said = stderr.trim().split('\n').at(-1) || error.message;
        resolve({ missing: error.code === 'ENOENT', said });
      },
    );
  });
}
