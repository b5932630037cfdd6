// The floor of a point get: node:http and one prepared statement of node:sqlite on the same file, without checks of the
// caller, limits, languages, figures and a router: `floor FILE`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true });
const find = database.prepare(
  `SELECT n.id, d.name, n.url, n.title, n.description, n.created_at, n.updated_at
   FROM nodes n JOIN domains d ON d.id = n.domain_id WHERE n.id = ? AND d.name = ?`,
);
const time = (milliseconds: unknown) =>
  `${new Date(Number(milliseconds)).toISOString().slice(0, 19)}Z`;

const server = createServer((request, response) => {
  const key = decodeURIComponent((request.url ?? '').slice('/api/mcp/nodes/'.length));
  const [tool, domain = '', id = ''] = key.split(':');
  const node = find.get(Number(id), domain);
  const body = JSON.stringify(
    node && {
      composite_id: `${tool}:${node.name}:${node.id}`,
      url: node.url,
      domain_name: node.name,
      title: node.title,
      description: node.description,
      created_at: time(node.created_at),
      updated_at: time(node.updated_at),
    },
  );
  response.writeHead(node ? 200 : 404, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body ?? ''),
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.once('SIGTERM', () => process.exit());
