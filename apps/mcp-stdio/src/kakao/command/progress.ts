import type { Writable } from 'node:stream';

export interface Progress extends Disposable {
  /** A line beside what is shown. */
  say(line: string): void;
}

/** How much time is left: at a terminal each second on one line, else, where lines stay, each minute. */
export function showProgress(
  stream: Writable,
  timeMs: number,
  words: (left: string) => string,
): Progress {
  const isTerminal = 'isTTY' in stream && stream.isTTY === true;
  const end = performance.now() + timeMs;
  const clear = isTerminal ? '\r\u001b[2K' : '';
  const show = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    stream.write(`${clear}${words(left)}${isTerminal ? '' : '\n'}`);
  };
  show();
  const timer = setInterval(show, isTerminal ? 1_000 : 60_000);
  return {
    say: (line) => {
      stream.write(`${clear}${line}\n`);
      if (isTerminal) show();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      stream.write(clear);
    },
  };
}
