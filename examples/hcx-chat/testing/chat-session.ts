import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { runChat } from '../run-chat.ts';
import type { Environment } from '../settings.ts';

export interface Session {
  /** Everything that stands in the terminal. */
  text(): string;
  /** Waits until the terminal shows it, after what was waited for before. */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  type(line: string): void;
  /** Ctrl-C, as a terminal hands it over. */
  interrupt(): void;
  /** Ends the input and waits for the exit code. */
  end(): Promise<number>;
  readonly ended: Promise<number>;
}

/** The program in this process, with a person at its terminal, or a pipe in the person's place. */
export function startChat(
  environment: Environment,
  options: { readonly isPipe?: boolean; readonly words?: readonly string[] } = {},
): Session {
  const { isPipe = false, words = [] } = options;
  const input = Object.assign(new PassThrough(), { isTTY: !isPipe });
  const output = new PassThrough();
  let text = '';
  let seen = 0;
  output.setEncoding('utf8');
  output.on('data', (piece: string) => {
    text += stripVTControlCharacters(piece);
  });
  const ended = runChat({ words, environment, input, output });
  onTestFinished(async () => {
    input.end();
    await ended;
  });

  return {
    text: () => text,
    async shows(pattern) {
      for (;;) {
        const found = pattern.exec(text.slice(seen));
        if (found) {
          seen += found.index + found[0].length;
          return found;
        }
        const more = new Promise((resolve) => output.once('data', resolve));
        const code = await Promise.race([more.then(() => undefined), ended]);
        if (code !== undefined && !pattern.test(text.slice(seen)))
          throw new Error(`It ended with ${code} and never showed ${pattern}:\n${text}`);
      }
    },
    type: (line) => void input.write(`${line}\n`),
    interrupt: () => void input.write('\u0003'),
    end() {
      input.end();
      return ended;
    },
    ended,
  };
}
