import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { bin } from '../../support/child.ts';

/** Somebody at a terminal. */
export interface Terminal extends AsyncDisposable {
  /** Keys, as a keyboard sends them. */
  type(keys: string): void;
  /** Waits until the screen shows this after what was waited for last, and tells everything up to there. */
  until(text: string): Promise<string>;
  /** The exit code of the command. */
  ended(): Promise<number | null>;
}

export const keys = {
  enter: '\r',
  tab: '\t',
  up: '\u001b[A',
  controlC: '\u0003',
  controlD: '\u0004',
} as const;

/** For one thing to appear, on a machine that has much else to do. */
const patienceMs = 20_000;

/**
 * Starts the command in a real terminal. Node opens none without a native module, `script` of every Unix does: that of
 * util-linux takes a command line, that of BSD and macOS its words.
 */
export function openTerminal(
  environment: Readonly<Record<string, string>>,
  { columns = 100, options = [] }: { columns?: number; options?: readonly string[] } = {},
): Terminal {
  const command = [process.execPath, bin, '-mcp-mode=stdio', ...options].join(' ');
  const line = `stty cols ${columns} rows 30 && exec ${command}`;
  const words =
    process.platform === 'linux'
      ? ['-qefc', line, '/dev/null']
      : ['-q', '/dev/null', 'sh', '-c', line];
  const child = spawn('script', words, {
    env: { ...environment, TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const arrivals = new EventTarget();
  let arrived = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    arrived += chunk;
    arrivals.dispatchEvent(new Event('data'));
  });
  return {
    type: (typed) => void child.stdin.write(typed),
    async until(text) {
      const signal = AbortSignal.timeout(patienceMs);
      for (;;) {
        const screen = stripVTControlCharacters(arrived).slice(seen);
        const index = screen.indexOf(text);
        if (index >= 0) {
          seen += index + text.length;
          return screen.slice(0, index + text.length);
        }
        const missing = () => new Error(`No ${JSON.stringify(text)} in ${JSON.stringify(screen)}`);
        const ended = closed.then(() => Promise.reject(missing()));
        await Promise.race([once(arrivals, 'data', { signal }), ended]).catch((error: Error) => {
          throw error.name === 'AbortError' ? missing() : error;
        });
      }
    },
    async ended() {
      const [code] = await closed;
      return code;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await closed;
    },
  };
}
