import type { TestEngine } from '@jeonbo/store/testing';
import { createUrlDb } from '../../src/index.ts';
import { type RawAnswer, type RawRequest, send } from './send.ts';

export interface TestUrlDb extends AsyncDisposable {
  /** `http://127.0.0.1:53117` */
  readonly origin: string;
  readonly databaseUrl: string;
  readonly log: readonly { readonly event: string; readonly [field: string]: unknown }[];
  /** A request to the API: `call('POST /nodes', {…})`. */
  call(line: string, body?: unknown, headers?: RawRequest['headers']): Promise<RawAnswer>;
  stop(): Promise<void>;
}

/** A server over real HTTP, with a new database unless one is named. */
export async function startUrlDb(
  engine: Pick<TestEngine, 'createDatabase'>,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestUrlDb> {
  const databaseUrl = environment.DATABASE_URL ?? (await engine.createDatabase());
  const log: { event: string }[] = [];
  const urlDb = createUrlDb({
    environment: { PORT: '0', ...environment, DATABASE_URL: databaseUrl },
    log: (entry) => log.push(entry),
  });
  const origin = await urlDb.start();
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= urlDb.stop();
    return stopped;
  };
  return {
    origin,
    databaseUrl,
    log,
    call(line, body, headers = {}) {
      const [method = 'GET', path = '/'] = line.split(' ');
      return send(`${origin}/api/mcp${path}`, { method, headers, body });
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
