import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const require = createRequire(import.meta.url);
const program = join(dirname(require.resolve('mcp-remote/package.json')), 'dist/proxy.js');

interface Remote {
  readonly url: string;
  /** Where it keeps its tokens. */
  readonly folder: string;
  /** A person opens the address that it asks to be visited. */
  readonly visit: (address: string) => Promise<void>;
}

/** A host that speaks stdio only, and mcp-remote between it and a server. */
export async function connectByMcpRemote({ url, folder, visit }: Remote): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, url],
    stderr: 'pipe',
    // Its own folder, and nothing on the path that could open a window.
    env: { HOME: folder, MCP_REMOTE_CONFIG_DIR: folder, PATH: folder },
  });
  const client = new Client({ name: 'test-host', version: '1.0.0' });
  const failed = new Promise<never>((_resolve, reject) => {
    const stderr = transport.stderr as Readable;
    createInterface({ input: stderr }).on('line', (line) => {
      if (URL.parse(line)?.pathname === '/authorize') visit(line).catch(reject);
    });
  });
  try {
    await Promise.race([client.connect(transport), failed]);
  } catch (error) {
    await client.close();
    throw error;
  }
  return client;
}
