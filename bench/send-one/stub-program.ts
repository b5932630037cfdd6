// A server that takes every send and answers it as Twilio does, with all fields. GET answers how many POSTs came over
// how many connections.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { plan } from '../send-faults/subjects/plan.ts';

const sid = `SM${'1'.repeat(32)}`;
const { accountSid, from } = plan.twilio;
const path = `/2010-04-01/Accounts/${accountSid}/Messages`;
const body = JSON.stringify({
  account_sid: accountSid,
  api_version: '2010-04-01',
  body: plan.text,
  date_created: 'Fri, 20 Nov 2026 06:00:00 +0000',
  date_sent: null,
  date_updated: 'Fri, 20 Nov 2026 06:00:00 +0000',
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  from,
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '1',
  price: null,
  price_unit: 'USD',
  sid,
  status: 'queued',
  subresource_uris: { media: `${path}/${sid}/Media.json` },
  to: plan.to,
  uri: `${path}/${sid}.json`,
});
const right = new URLSearchParams({ To: plan.to, From: from, Body: plan.text });
const headers = {
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  'twilio-request-id': `RQ${'1'.repeat(32)}`,
};

let sends = 0;
let connections = 0;
let others = 0;
const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.setHeader('connection', 'close');
    // Less the one of this question.
    response.end(JSON.stringify({ sends, connections: connections - 1, others }));
    sends = connections = others = 0;
    return;
  }
  const form = new URLSearchParams(await text(request));
  const same =
    form.size === right.size && [...right].every(([name, value]) => form.get(name) === value);
  if (same && request.url === `${path}.json`) sends += 1;
  else others += 1;
  response.writeHead(201, headers).end(body);
});
server.on('connection', () => {
  connections += 1;
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('disconnect', () => process.exit());
