import { Writable } from 'node:stream';
import { main } from '../../../src/main.ts';

/** A stream that keeps what is written to it. */
function collect(isTTY = false): Writable & { readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => Buffer.concat(chunks).toString('utf8') });
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command `url-db`, in this process. */
export async function run(
  argv: readonly string[],
  options: {
    readonly database: string;
    readonly terminal?: boolean;
    readonly signal?: AbortSignal;
    readonly settings?: Readonly<Record<string, string>>;
  },
): Promise<RunResult> {
  const stdout = collect();
  const stderr = collect(options.terminal);
  const code = await main(argv, {
    environment: { DATABASE_URL: options.database, JEONBO_LANG: 'en', ...options.settings },
    stdout,
    stderr,
    ...(options.signal && { signal: options.signal }),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
