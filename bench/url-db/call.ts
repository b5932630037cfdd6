import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Calls of a server on connections that stay open. */
export interface Caller {
  /** The body of a good answer. */
  call(path: string, body?: string): Promise<string>;
  close(): void;
}

export function createCaller(origin: string, connections: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    call: (path, body) =>
      new Promise((resolve, reject) => {
        const headers = body === undefined ? {} : jsonHeaders(body);
        const method = body === undefined ? 'GET' : 'POST';
        const sent = request(origin + path, { method, agent, headers }, (response) => {
          text(response).then((answer) => {
            const { statusCode = 0 } = response;
            if (statusCode < 300) resolve(answer);
            else reject(new Error(`${path}: ${statusCode} ${answer}`));
          }, reject);
        });
        sent.on('error', reject).end(body);
      }),
    close: () => agent.destroy(),
  };
}

function jsonHeaders(body: string) {
  return { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
}
