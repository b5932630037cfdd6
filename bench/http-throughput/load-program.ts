// Calls one tool as fast as it is answered, on kept connections: `load URL TOKENS CALLS CONNECTIONS`, prints the seconds.
// The connections share the tokens, which are separated by commas.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { body, headers, isAnswer } from './call.ts';

const [url = '', given = '', calls = '0', connections = '1'] = process.argv.slice(2);
const tokens = given.split(',');
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
async function call(authorization: string): Promise<void> {
  const answer = await new Promise<string>((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { ...headers, authorization } };
    const sent = request(url, options, (response) => {
      text(response).then(resolve, reject);
    });
    sent.on('error', reject).end(body);
  });
  if (!isAnswer(answer)) throw new Error(`Not an answer: ${answer}`);
}

let left = Number(calls);
const started = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, async (_, connection) => {
    const authorization = `Bearer ${tokens[connection % tokens.length]}`;
    while (left-- > 0) await call(authorization);
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000 }));
agent.destroy();
