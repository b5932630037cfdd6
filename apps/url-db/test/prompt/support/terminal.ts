import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { bin } from '../../mcp/support/world.ts';

/** Somebody at a terminal. */
export interface Terminal {
  /** Keys, as a keyboard sends them. */
  type(keys: string): void;
  /** Waits until the screen has shown this since the last time, and tells everything that it showed meanwhile. */
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
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    screen += chunk;
    arrivals.dispatchEvent(new Event('data'));
  });
  return {
    type: (keysToSend) => void child.stdin.write(keysToSend),
    async until(text) {
      for (;;) {
        const shown = stripVTControlCharacters(screen);
        if (shown.includes(text)) {
          screen = '';
          return shown;
        }
        const more = once(arrivals, 'data');
        const end = closed.then(([code]) => {
          throw new Error(`It ended with ${code} and showed only: ${shown}`);
        });
        await Promise.race([more, end]);
      }
    },
    async ended() {
      const [code] = await closed;
      return code;
    },
  };
}
