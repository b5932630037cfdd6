import { lookup as systemLookup } from 'node:dns/promises';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkDeclared } from './check-declared.ts';
import { askConsent, consentTo } from './consent.ts';
import { containerFor } from './container-for.ts';
import { findEngine, requireImage } from './engine.ts';
import { engineArguments } from './engine-arguments.ts';
import { buildImage, defaultImage } from './image.ts';
import type { Manifest } from './manifest.ts';
import { type IsolateOptions, parseOptions } from './options.ts';
import { type Lookup, pinNames } from './pinned-names.ts';
import { IsolateError } from './problem.ts';
import { readManifest } from './read-manifest.ts';
import { requestedBy } from './requested.ts';
import { runContainer } from './run-container.ts';
import type { RuntimePermission } from './runtime-permission.ts';
import { createTell } from './tell.ts';
import { isolateTexts } from './texts.ts';
import { togetherWith } from './together-with.ts';

/** How often the allowed names are looked up again. */
const refreshMs = 60_000;

/**
 * `jeonbo-mcp isolate`: checks what is asked for against the manifest, asks for consent, and runs the server in a
 * container that reaches what was consented to and nothing else.
 */
export async function isolate(
  argv: readonly string[],
  context: Context,
  lookup: Lookup = systemLookup,
): Promise<number> {
  try {
    const options = parseOptions(argv);
    if (options.help) {
      context.stdout.write(isolateTexts[context.language].help);
      return exitCodes.ok;
    }
    return await run(options, context, lookup);
  } catch (error) {
    if (!(error instanceof IsolateError)) throw error;
    context.stderr.write(`${error.in(context.language)}\n`);
    return error.exitCode;
  }
}

/** The server's own code is nothing that a manifest declares, and still a folder of this machine: a person is asked. */
function codeOf({ code_mount: path }: Manifest): readonly RuntimePermission[] {
  return path === undefined ? [] : [{ kind: 'path', path, mode: 'ro' }];
}

async function run(options: IsolateOptions, context: Context, lookup: Lookup): Promise<number> {
  const { environment, language, signal } = context;
  const image = options.image ?? defaultImage();
  if (options.build)
    return buildImage(await findEngine(options.engine, environment), image, context);

  const manifest = readManifest(options.manifest);
  const own = requestedBy(manifest, environment);
  const code = codeOf(manifest);
  const others = togetherWith(own.permissions, options.allowed).filter(
    (one) => one.kind !== 'path' || one.path !== manifest.code_mount,
  );
  checkDeclared(manifest, others);
  const requested = [...code, ...others];
  const allowed = options.yes ? requested : options.allowed;
  const consent = options.noAsk
    ? consentTo(requested, allowed)
    : await askConsent(requested, allowed, context);
  if (signal?.aborted) return exitCodes.unconfirmed;

  const tell = createTell(context);
  tell.consented(manifest, consent, own);
  const engine = await findEngine(options.engine, environment);
  await requireImage(engine, image, environment);
  await using names = await pinNames(consent.granted, lookup);
  const { container, variables } = containerFor({
    ...{ manifest, own, engine, image, environment, language },
    granted: consent.granted,
    hostsPath: names.path,
  });
  tell.starting(manifest, container, consent.granted);
  const refreshing = setInterval(() => void names.refresh(tell.notPinned), refreshMs);
  try {
    return await runContainer(engine, engineArguments(container), variables, context);
  } finally {
    clearInterval(refreshing);
  }
}
