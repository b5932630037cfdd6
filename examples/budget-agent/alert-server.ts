import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  getDefaultEnvironment,
  StdioClientTransport,
} from '@modelcontextprotocol/sdk/client/stdio.js';

/** What the server reads. The key of the model is none of it: each process gets its own secrets only. */
const serverSetting = /^(?:TWILIO|JEONBO)_\w+$|^(?:NOTIFICATION_PHONE|DATABASE_URL|LOG_LEVEL)$/;

/**
 * Starts the MCP server for Twilio and speaks with it over stdio, as an AI host does.
 *
 * @param words after `jeonbo-mcp`: `twilio`, or `isolate twilio --yes` for a container that reaches Twilio alone
 */
export async function connectAlertServer(
  environment: Readonly<Record<string, string | undefined>>,
  words = 'twilio',
): Promise<Client> {
  const settings = Object.entries(environment).flatMap(([name, value]) =>
    value && serverSetting.test(name) ? [[name, value] as const] : [],
  );
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [
      fileURLToPath(new URL('../dist/bin.js', import.meta.resolve('@jeonbo/mcp-stdio'))),
      ...words.split(/\s+/),
    ],
    env: { ...getDefaultEnvironment(), ...Object.fromEntries(settings) },
    stderr: 'inherit',
  });
  // It says that it cannot ask anybody, so a guard rail that wants a person's yes answers with a token instead.
  const client = new Client({ name: 'budget-agent', version: '1.0.0' });
  await client.connect(transport);
  return client;
}
