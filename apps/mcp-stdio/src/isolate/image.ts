import { join } from 'node:path';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { packageRoot } from '../package-root.ts';
import { version } from '../version.ts';
import type { EngineName } from './engine.ts';
import { IsolateError } from './problem.ts';
import { runContainer } from './run-container.ts';
import { isolateTexts } from './texts.ts';

/** `localhost/`: a name that no registry can serve, so that what runs is what was built here. */
export function defaultImage(): string {
  return `localhost/jeonbo-mcp:${version()}`;
}

/** Builds the image out of this very package. */
export async function buildImage(
  engine: EngineName,
  image: string,
  context: Context,
): Promise<number> {
  const root = packageRoot();
  const words = ['build', '--tag', image, '--file', join(root, 'container', 'Dockerfile'), root];
  const code = await runContainer(engine, words, context.environment, {
    ...context,
    stdout: context.stderr,
  });
  if (code !== 0)
    throw new IsolateError([{ code: 'BUILD_FAILED', field: image, values: { reason: `${code}` } }]);
  context.stderr.write(`${isolateTexts[context.language].built.replace('{text}', image)}\n`);
  return exitCodes.ok;
}
