import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { getDefaultEnvironment } from '@modelcontextprotocol/sdk/client/stdio.js';

export interface HttpServer {
  readonly url: string;
  readonly log: () => string;
  close(): Promise<void>;
}

interface Program {
  /** From the root of this clone. */
  readonly bin: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly usualPort: string;
}

/** Starts a server of this clone on a database of its own: at its usual port where that is free, else at any. */
export async function runServer(root: string, program: Program): Promise<HttpServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-tour-'));
  const database = `file:${join(folder, 'tour.sqlite')}`;
  const at = (port: string) =>
    run(root, { ...program, env: { ...program.env, PORT: port, DATABASE_URL: database } });
  const usual = await at(program.usualPort).catch(() => undefined);
  const { url, log, close } = usual ?? (await at('0'));
  return {
    url,
    log,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(root: string, { bin, args = [], env }: Program): Promise<HttpServer> {
  const server = spawn(process.execPath, [join(root, bin), ...args], {
    env: { ...getDefaultEnvironment(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const log = () => lines.join('\n');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      lines.push(line);
      const entry = JSON.parse(line) as { event?: string; url?: string };
      if (entry.event === 'listening' && entry.url) resolve(entry.url);
    });
    server.once('close', () => reject(new Error(`${bin}: ${log()}`)));
  });
  const close = async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'close');
  };
  return { url, log, close };
}
