import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** @param done of the total, in its unit */
  update(done: number, rows: number): void;
  /** Writes a line above the bar. */
  say(line: string): void;
  end(): void;
}

/** A bar on a terminal; in a file or a pipe it would be nothing but noise, so there is none. */
export function createProgress(stderr: Writable, total: number): Progress {
  const write = (text: string) => void stderr.write(text);
  if (!('isTTY' in stderr && stderr.isTTY) || total <= 0)
    return { update() {}, say: (line) => write(`${line}\n`), end() {} };
  const bar = new SingleBar(
    {
      stream: stderr as NodeJS.WriteStream,
      format: '{bar} {percentage}% · {rows} · {duration_formatted}',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      fps: 8,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { rows: '0' });
  return {
    update: (done, rows) => bar.update(Math.min(done, total), { rows: rows.toLocaleString('en') }),
    // The bar is drawn again on the line below.
    say: (line) => write(`\r\x1b[2K${line}\n`),
    end: () => bar.stop(),
  };
}
