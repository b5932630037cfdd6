import manifest from '../../package.json' with { type: 'json' };
import type { Sandbox } from '../options.ts';
import { startSandbox } from '../start-sandbox.ts';
import { languageOf } from './language.ts';
import { parseArguments, UsageError } from './parse-arguments.ts';
import { readSeed } from './read-seed.ts';
import { cliTexts } from './texts.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** What the bin does: a running sandbox, or the exit code. */
export async function main(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<Sandbox | number> {
  const texts = cliTexts[languageOf(environment)];
  let port = 0;
  try {
    const options = parseArguments(argv, environment, texts);
    if (options === 'help') return say(texts.help);
    if (options === 'version') return say(`${manifest.version}\n`);
    const { seedFile, ...start } = options;
    const seed = seedFile === undefined ? undefined : await readSeed(seedFile, texts);
    ({ port } = start);
    const sandbox = await startSandbox({ ...start, seed });
    if (!/^(?:127\.|::1$|localhost$)/.test(start.host)) terminal.error(texts.open(start.host));
    say(texts.started(sandbox.url));
    return sandbox;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.error(code === 'EADDRINUSE' ? texts.portTaken(port) : message.replace(/\n?$/, '\n'));
    return error instanceof UsageError ? 2 : 1;
  }

  function say(text: string): number {
    terminal.out(text);
    return 0;
  }
}
