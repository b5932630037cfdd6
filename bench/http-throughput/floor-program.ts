// The floor: a bare server with one tool on the same SDK, without callers, limits, figures and a second era.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';

const inputSchema = z.strictObject({ message: z.string() });
const outputSchema = z.object({ length: z.number() });

const handler = createMcpHandler(
  () => {
    const server = new McpServer({ name: 'floor', version: '1.0.0' });
    const config = { description: 'Says how long it is.', inputSchema, outputSchema };
    server.registerTool('check_message', config, ({ message }) => ({
      structuredContent: { length: message.length },
      content: [{ type: 'text', text: `${message.length}` }],
    }));
    return server;
  },
  { legacy: 'reject' },
);
/** What a server received has both; only its type does not say so. */
type Received = IncomingMessage & { method: string; url: string };

const answer = toNodeHandler(handler);
const server = createServer((request, response) => {
  if (request.url !== '/metrics') return void answer(request as Received, response);
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const figures = {
    process_cpu_seconds_total: (user + system) / 1e6,
    process_resident_memory_bytes: rss,
    nodejs_heap_size_used_bytes: heapUsed,
  };
  response.end(
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.once('SIGTERM', () => server.close());
