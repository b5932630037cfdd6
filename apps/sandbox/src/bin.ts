#!/usr/bin/env node
import { languageOf } from './cli/language.ts';
import { main } from './cli/main.ts';
import { cliTexts } from './cli/texts.ts';

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  error: (text: string) => void process.stderr.write(text),
};
const running = await main(process.argv.slice(2), process.env, terminal);

if (typeof running === 'number') {
  process.exitCode = running;
} else {
  const stop = () => {
    // A second signal ends at once.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    terminal.error(cliTexts[languageOf(process.env)].stopping);
    void running.close();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
