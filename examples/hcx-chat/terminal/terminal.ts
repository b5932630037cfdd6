import { createInterface } from 'node:readline';
import { texts } from '../texts.ts';
import { printable } from './printable.ts';

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
export type Output = NodeJS.WritableStream;

export interface Terminal {
  /** A line of the program. */
  say(line: string): void;
  /** A piece of an answer, as it arrives. */
  write(piece: string): void;
  /** The next line, or undefined where the input is over. */
  read(): Promise<string | undefined>;
  /** Asks the person, now: what was typed before counts for nothing. Undefined where nobody is there to be asked. */
  ask(question: string, signal?: AbortSignal): Promise<string | undefined>;
  /** A question with yes or no; whatever is not a yes is a no. */
  agrees(question: string, signal?: AbortSignal): Promise<boolean>;
  /** Ctrl-C, in a terminal that hands it over as a key. */
  onInterrupt(listener: () => void): void;
  /** The person is gone. A pipe that is over is none that went: its questions are still to be answered. */
  onGone(listener: () => void): void;
  close(): void;
}

export function isYes(answer: string | undefined): boolean {
  return /^(?:예|네|응|y|yes)$/i.test(answer?.trim() ?? '');
}

/** Lines in and out. A pipe has one question a line, and no person: it agrees to nothing. */
export function openTerminal(input: Input, output: Output): Terminal {
  const interactive = input.isTTY === true;
  const reader = createInterface({ input, output, terminal: interactive, prompt: texts.prompt });
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let isOver = false;

  reader.on('line', (line) => {
    const settle = waiting;
    // Several lines may come at once, of which one is the answer.
    waiting = undefined;
    if (settle) settle(line);
    else lines.push(line);
  });
  reader.on('close', () => {
    isOver = true;
    waiting?.(undefined);
  });

  async function next(prompt: string, signal?: AbortSignal): Promise<string | undefined> {
    if (lines.length > 0) return lines.shift();
    if (isOver || signal?.aborted) return undefined;
    reader.setPrompt(prompt);
    if (interactive) reader.prompt();
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const stop = () => resolve(undefined);
    waiting = resolve;
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await promise;
    } finally {
      waiting = undefined;
      signal?.removeEventListener('abort', stop);
    }
  }

  const say = (line: string) => void output.write(`${printable(line)}\n`);

  async function ask(question: string, signal?: AbortSignal): Promise<string | undefined> {
    say(question);
    if (!interactive) {
      say(texts.nobodyToAsk);
      return undefined;
    }
    lines.length = 0;
    return next(texts.answerPrompt, signal);
  }

  return {
    say,
    write: (piece) => void output.write(printable(piece)),
    read: () => next(texts.prompt),
    ask,
    agrees: async (question, signal) => isYes(await ask(`${question} ${texts.yesOrNo}`, signal)),
    onInterrupt: (listener) => void reader.on('SIGINT', listener),
    onGone: (listener) => void (interactive && reader.on('close', listener)),
    close: () => reader.close(),
  };
}
