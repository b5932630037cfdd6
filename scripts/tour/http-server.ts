import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { getDefaultEnvironment } from '@modelcontextprotocol/sdk/client/stdio.js';
import { type Place, settingsFor } from './servers.ts';

export interface HttpServer {
  readonly url: string;
  readonly log: () => string;
  close(): Promise<void>;
}

/** Starts `jeonbo-mcp-http` with every provider: at its usual port where that is free, else at any. */
export async function startHttpServer(place: Place): Promise<HttpServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-tour-'));
  const usual = await run(place, folder, '4020').catch(() => undefined);
  const { url, log, close } = usual ?? (await run(place, folder, '0'));
  return {
    url,
    log,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(place: Place, folder: string, port: string): Promise<HttpServer> {
  const { baas, kakao, twilio } = settingsFor(place.sandboxUrl);
  const bin = join(place.root, 'apps/mcp-http/dist/bin.js');
  const server = spawn(process.execPath, [bin, 'kakao', 'baas', 'twilio'], {
    env: {
      ...getDefaultEnvironment(),
      ...kakao,
      // Callers bring the keys; the operator says only where the providers are.
      BAAS_API_BASE_URL: baas.BAAS_API_BASE_URL,
      TWILIO_API_BASE_URL: twilio.TWILIO_API_BASE_URL,
      JEONBO_LANG: place.language,
      PORT: port,
      DATABASE_URL: `file:${join(folder, 'http.sqlite')}`,
    },
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
    server.once('close', () => reject(new Error(`jeonbo-mcp-http: ${log()}`)));
  });
  const close = async () => {
    if (server.exitCode === null && server.kill()) await once(server, 'close');
  };
  return { url, log, close };
}
