import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { getDefaultEnvironment } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Connection } from './connect.ts';
import { type Place, settingsFor } from './servers.ts';

/** Starts `jeonbo-mcp-http baas`, and speaks MCP with it as a caller who brings its own keys. */
export async function connectHttp(place: Place): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-tour-'));
  const { BAAS_API_KEY, PROJECT_ID, ...env } = settingsFor(place.sandboxUrl).baas;
  const server = spawn(process.execPath, [join(place.root, 'apps/mcp-http/dist/bin.js'), 'baas'], {
    env: {
      ...getDefaultEnvironment(),
      ...env,
      JEONBO_LANG: place.language,
      PORT: '0',
      DATABASE_URL: `file:${join(folder, 'ledger.sqlite')}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  const client = new Client({ name: 'jeonbo-tour', version: '0.0.0' });
  const close = async () => {
    await client.close();
    if (server.exitCode === null && server.kill()) await once(server, 'close');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(server.stderr).on('line', (line) => {
        log.push(line);
        const { event, url } = JSON.parse(line) as { event?: string; url?: string };
        if (event === 'listening' && url) resolve(url);
      });
      server.once('close', () => reject(new Error('it ended at the start')));
    });
    const headers = { 'X-BaaS-Api-Key': BAAS_API_KEY, 'X-Project-Id': PROJECT_ID };
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), {
      requestInit: { headers },
    });
    // The SDK's own class does not fit its interface under exactOptionalPropertyTypes.
    await client.connect(transport as Parameters<Client['connect']>[0]);
  } catch (cause) {
    await close();
    throw new Error(`jeonbo-mcp-http baas: ${log.join('\n') || cause}`, { cause });
  }
  return { client, log: () => log.join('\n'), close };
}
