import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  /** Its exit code; `null` where a signal ended it. */
  readonly exit: Promise<number | null>;
  stop(): Promise<number | null>;
}

export async function serve(
  environment: NodeJS.ProcessEnv,
  ...argv: readonly string[]
): Promise<Served> {
  const child = spawn(process.execPath, argv, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    exit.then(() => reject(new Error(`${argv.join(' ')} ended.\n${said.join('\n')}`)));
    // Every line of the log is read, as an operator's collector does.
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (said.length < 20) said.push(line);
      if (line.includes('"url"')) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  return {
    url,
    process: child,
    exit,
    stop() {
      child.kill();
      return exit;
    },
  };
}

/** One figure of those that a server tells at /metrics. */
export async function readMetric({ url }: Pick<Served, 'url'>, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}
