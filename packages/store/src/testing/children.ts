import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BeginOptions } from '@jeonbo/core/ledger';

export interface ChildJob {
  readonly url: string;
  readonly secret: string;
  /** Opens the store before it says that it is ready, or only at the signal. */
  readonly open: 'early' | 'late';
  readonly begins: readonly {
    readonly count: number;
    readonly from: number;
    readonly text: string;
    readonly account?: string;
    readonly options?: BeginOptions;
  }[];
}

export interface Child {
  readonly process: ChildProcess;
  /** Lets it do its job, told one line more, and answers what it said. */
  go(line?: string): Promise<unknown>;
  /** What it says next, by itself. */
  next(): Promise<unknown>;
  end(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Starts a process that is loaded and waits for `go`, so that several can start in the same moment. */
export function startChild(job: ChildJob): Promise<Child> {
  return startScript(new URL('./child.ts', import.meta.url), job);
}

/** The same with another script. */
export async function startScript(script: URL, job: object): Promise<Child> {
  const child = spawn(process.execPath, [fileURLToPath(script), JSON.stringify(job)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The child ended early.');
    return JSON.parse(value);
  };
  await next();
  return {
    process: child,
    go: (line = 'go') => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    next,
    end: async () => {
      child.stdin.end();
      await exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
