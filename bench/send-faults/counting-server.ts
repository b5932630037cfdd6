import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from './answers.ts';
import { type FaultName, faults } from './faults.ts';

/** A real server on a real socket that has one fault at a time and notes each POST that it has read to its end. */
export async function startCountingServer(provider: Provider) {
  let fault: FaultName | undefined;
  let arrivals: number[] = [];
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    if (request.method !== 'POST' || fault === undefined)
      throw new Error(`Unexpected ${request.method} ${request.url}`);
    const now = performance.now();
    arrivals.push(now);
    const msSinceFirst = now - (arrivals[0] ?? now);
    faults[fault]({ request, response, provider, msSinceFirst });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    expect(next: FaultName): void {
      fault = next;
      arrivals = [];
    },
    /** When each POST arrived, in milliseconds after the first one. */
    arrivals: () => arrivals.map((time) => time - (arrivals[0] ?? time)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
