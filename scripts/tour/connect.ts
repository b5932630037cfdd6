import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  getDefaultEnvironment,
  StdioClientTransport,
} from '@modelcontextprotocol/sdk/client/stdio.js';
import { commandOf, type Place, type ServerName } from './servers.ts';

export interface Connection {
  readonly client: Client;
  /** What the server logged on stderr. */
  readonly log: () => string;
  close(): Promise<void>;
  /** What connecting found, for the steps. */
  readonly found?: ReadonlyMap<string, unknown>;
}

/** Starts a server as an AI host does, and speaks MCP with it over stdio. */
export async function connect(server: ServerName, place: Place): Promise<Connection> {
  // A ledger of its own: the tour must not find an earlier tour's messages, nor leave any in the person's own ledger.
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-tour-'));
  const { command, args, env } = commandOf(server, place);
  const transport = new StdioClientTransport({
    command,
    args,
    env: {
      ...getDefaultEnvironment(),
      ...env,
      DATABASE_URL: `file:${join(folder, 'ledger.sqlite')}`,
    },
    stderr: 'pipe',
  });
  let log = '';
  transport.stderr?.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  const client = new Client({ name: 'jeonbo-tour', version: '0.0.0' });
  const close = async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await client.connect(transport);
  } catch (cause) {
    await close();
    throw new Error(`jeonbo-mcp ${server}: ${log || cause}`, { cause });
  }
  return { client, log: () => log, close };
}
