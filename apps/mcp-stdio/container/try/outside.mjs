// What lies outside: a server on every port that the probe tries, and a name server that answers whatever it is asked.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

// `/move` lets a name gain an address, as `jeonbo-mcp isolate` does it: in place, first opened and not handed out.
const http = createServer((request, response) => {
  if (request.url === '/move')
    writeFileSync(
      '/run/hosts',
      '127.0.0.1 localhost\n203.0.113.10 api.twilio.com\n#opened 203.0.113.20 api.twilio.com\n',
    );
  // What Twilio answers to a send, for a server that is tried here.
  const sent = { sid: `SM${'0'.repeat(32)}`, status: 'queued', num_segments: '1' };
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(sent));
});
const servers = [
  http.listen(443, '::'),
  createTcpServer((socket) => socket.end()).listen(444, '::'),
  createTcpServer((socket) => socket.end()).listen(53, '::'),
];
const names = createSocket('udp4').bind(53, '203.0.113.53');
names.on('message', (question, { port, address }) => {
  // The question with the answer bit set: enough to show that it came back.
  const answer = Buffer.from(question);
  answer[2] = 0x81;
  names.send(answer, port, address);
});
await Promise.all([...servers, names].map((server) => once(server, 'listening')));
process.stdout.write('ready\n');
