import type { IncomingMessage, ServerResponse } from 'node:http';
import { answers, type Provider } from './answers.ts';

/** One POST that was read to its end, and when the first one of this send was. */
export interface Arrival {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly provider: Provider;
  readonly msSinceFirst: number;
}

const retryAfterSeconds = 1;

/** The rows of the table. */
export const faults = {
  'reset after the body was read': ({ request }) => request.socket.resetAndDestroy(),
  'status 503': ({ response, provider }) => answer(response, 503, answers[provider].unavailable),
  // Refuses as long as it said, then accepts.
  '429, Retry-After: 1': ({ response, provider, msSinceFirst }) => {
    const over = msSinceFirst >= retryAfterSeconds * 1000;
    if (over) return answer(response, 201, answers[provider].accepted);
    response.setHeader('retry-after', retryAfterSeconds);
    answer(response, 429, answers[provider].limited);
  },
  'no answer in time': () => {},
} as const satisfies Record<string, (arrival: Arrival) => void>;

export type FaultName = keyof typeof faults;

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
