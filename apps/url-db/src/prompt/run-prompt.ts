import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { UrlDbError } from '../errors/url-db-error.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import { version } from '../version.ts';
import type { PromptContext } from './command.ts';
import { completeLine } from './complete-line.ts';
import { runLine } from './run-line.ts';
import { say } from './show.ts';
import { texts } from './texts.ts';

export interface PromptOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly context: OperationContext;
  readonly signal?: AbortSignal | undefined;
  /** A fault of this program or its database, with its cause, for the log. */
  readonly onFault: (error: UrlDbError) => void;
}

/** Commands on lines, until `quit`, the end of the input or the signal. Over a pipe only answers are written. */
export async function runPrompt(options: PromptOptions): Promise<void> {
  const { input, output, context: operations, signal, onFault } = options;
  const terminal = isTerminal(input) && isTerminal(output);
  const context = (): PromptContext => ({
    operations,
    width: 'columns' in output ? Number(output.columns) || undefined : undefined,
  });
  const lines = createInterface({
    input,
    output,
    terminal,
    prompt: '> ',
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: Error | null, found: [string[], string]) => void) => {
      completeLine(line, operations).then(
        (found) => done(null, found),
        // Nothing is offered where the database does not answer; the command itself will say so.
        () => done(null, [[], line]),
      );
    },
    ...(signal && { signal }),
  });
  const show = (text: string) => output.write(`${text}\n`);
  // Ctrl+D may come while a command still runs.
  let isClosed = false;
  lines.once('close', () => {
    isClosed = true;
  });
  const prompt = () => {
    if (terminal && !isClosed) lines.prompt();
  };

  lines.on('SIGINT', () => {
    const hint = lines.line === '' ? `\n${say(texts.howToEnd, context())}` : '^C';
    // The whole line, wherever the cursor is.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    show(hint);
    prompt();
  });

  if (terminal) show(say(texts.greeting, context(), { version: version() }));
  prompt();
  let isOver = false;
  for await (const line of lines) {
    const { text, ends, error } = await runLine(line, context());
    if (error?.cause) onFault(error);
    if (text !== '') show(text);
    isOver = ends === true;
    if (isOver) break;
    prompt();
  }
  lines.close();
  // What the shell writes next begins on a line of its own.
  if (terminal && !isOver) output.write('\n');
}

function isTerminal(stream: Readable | Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}
