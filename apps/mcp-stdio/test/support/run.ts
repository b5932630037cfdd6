import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { bin } from './world.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `jeonbo-mcp` while it runs. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** What stderr holds of a text or pattern, as soon as it does. Rejects where the process ends without. */
  written(what: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Ran>;
}

export function start(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [bin, ...argv], { env: environment });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    words += part;
  });
  const ended = Promise.all([text(child.stdout), once(child, 'close')]).then(
    ([stdout, [code]]): Ran => ({ code, stdout, stderr: words }),
  );
  return {
    child,
    ended,
    async written(what) {
      for (;;) {
        const found = what.exec(words);
        if (found) return found;
        const isOver = await Promise.race([once(child.stderr, 'data').then(() => false), ended]);
        if (isOver && !what.test(words)) throw new Error(`${what} was not written: ${words}`);
      }
    },
  };
}

/** Runs `jeonbo-mcp` to its end. */
export async function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Ran> {
  const { child, ended } = start(argv, environment);
  child.stdin.end(input);
  return ended;
}

/** A server spoken to line by line, for what no client would do. */
export interface RawServer {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything it wrote to stdout, line by line. */
  readonly lines: string[];
  readonly log: string[];
  send(message: object | string): void;
  /** The answer to a request, whenever it comes. */
  answer(id: number): Promise<Record<string, unknown>>;
  /** The first request of the server itself with a method, whenever it comes. */
  asked(method: string): Promise<string>;
  /** The first log line that holds a text, whenever it comes. */
  logged(part: string): Promise<string>;
  readonly exit: Promise<number | null>;
}

export function startRaw(
  environment: Readonly<Record<string, string>>,
  server: 'baas' | 'kakao' = 'baas',
): RawServer {
  const child = spawn(process.execPath, [bin, server], { env: environment });
  const lines = collect(child.stdout);
  const log = collect(child.stderr);
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    lines: lines.all,
    log: log.all,
    exit,
    send: (message) =>
      child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`),
    answer: async (id) => {
      const line = await lines.first((one) => JSON.parse(one).id === id);
      return JSON.parse(line) as Record<string, unknown>;
    },
    asked: (method) => lines.first((line) => JSON.parse(line).method === method),
    logged: (part) => log.first((line) => line.includes(part)),
  };
}

export const initialize = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
};

export function callOf(id: number, name: string, parameters: object) {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: parameters } };
}

function collect(stream: NodeJS.ReadableStream) {
  const all: string[] = [];
  const waiting: { wants: (line: string) => boolean; resolve: (line: string) => void }[] = [];
  createInterface({ input: stream }).on('line', (line) => {
    all.push(line);
    for (const { wants, resolve } of waiting) if (wants(line)) resolve(line);
  });
  const first = (wants: (line: string) => boolean) =>
    new Promise<string>((resolve) => {
      const there = all.find(wants);
      if (there === undefined) waiting.push({ wants, resolve });
      else resolve(there);
    });
  return { all, first };
}
