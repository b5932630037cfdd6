// A server that takes every send: it parses the body as the provider has to, and counts. GET answers the counts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

let requests = 0;
let recipients = 0;

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    response.end(JSON.stringify({ requests, recipients }));
    requests = 0;
    recipients = 0;
    return;
  }
  const body = (await json(request)) as { recipients: readonly unknown[] };
  requests += 1;
  recipients += body.recipients.length;
  response.end(
    JSON.stringify({ success: true, message: '전송 요청 성공', data: { group_id: requests } }),
  );
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('disconnect', () => process.exit());
