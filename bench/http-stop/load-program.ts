// Calls one tool without a pause on many kept connections: `load URL TOKENS CONNECTIONS STOP_AFTER`. Says `stop` when that many
// answers are in, and at the end, as JSON, what became of all requests. It ends when nobody listens any more.
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { body, headers, isAnswer } from '../http-throughput/call.ts';

const [url = '', given = '', connections = '0', stopAfter = '0'] = process.argv.slice(2);
const tokens = given.split(',');
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });

type Outcome = 'answered' | 'refused' | 'lost' | 'unheard';
const outcomes: Record<Outcome, number> = { answered: 0, refused: 0, lost: 0, unheard: 0 };

function call(authorization: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { method: 'POST', agent, headers: { ...headers, authorization } };
    const sent = request(url, options, (response) => {
      text(response).then(
        (answer) => {
          if (response.statusCode === 503) resolve('refused');
          else resolve(isAnswer(answer) ? 'answered' : 'lost');
        },
        () => resolve('lost'),
      );
    });
    // Where there is no connection any more nothing was accepted.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'unheard' : 'lost'),
    );
    sent.end(body);
  });
}

await Promise.all(
  Array.from({ length: Number(connections) }, async (_, connection) => {
    const authorization = `Bearer ${tokens[connection % tokens.length]}`;
    let outcome: Outcome;
    do {
      outcome = await call(authorization);
      outcomes[outcome]++;
      if (outcome === 'answered' && outcomes.answered === Number(stopAfter))
        process.stdout.write('stop\n');
    } while (outcome !== 'unheard');
  }),
);
process.stdout.write(`${JSON.stringify(outcomes)}\n`);
agent.destroy();
