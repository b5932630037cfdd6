import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  getDefaultEnvironment,
  StdioClientTransport,
} from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Language } from '../language.ts';

export interface Connection {
  readonly client: Client;
  /** What the server logged on stderr. */
  readonly log: () => string;
  close(): Promise<void>;
}

/** The settings of the tour's server: a sandbox takes any key. */
export function serverEnvironment(sandboxUrl: string, language: Language) {
  return {
    BAAS_API_BASE_URL: sandboxUrl,
    BAAS_API_KEY: 'sandbox-key',
    PROJECT_ID: '00000000-0000-4000-8000-000000000000',
    JEONBO_LANG: language,
  };
}

/** Starts `jeonbo-mcp baas` as an AI host does, and speaks MCP with it over stdio. */
export async function connect(
  root: string,
  sandboxUrl: string,
  language: Language,
): Promise<Connection> {
  // A ledger of its own: the tour must not find an earlier tour's messages, nor leave any in the person's own ledger.
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-tour-'));
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(root, 'apps/mcp-stdio/dist/bin.js'), 'baas'],
    env: {
      ...getDefaultEnvironment(),
      ...serverEnvironment(sandboxUrl, language),
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
    throw new Error(`jeonbo-mcp baas: ${log || cause}`, { cause });
  }
  return { client, log: () => log, close };
}
