import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { trustedCertificate } from './certificate.ts';

/** What a balancer makes of `Host`: puts the target's own there, keeps it, or tells of it beside the target's own. */
type HostManner = 'rewritten' | 'kept' | 'forwarded';

export interface BalancerOptions {
  readonly host?: HostManner;
  /** TLS ends here, as it does in front of most servers. */
  readonly tls?: boolean;
}

/** One request, and which target had it. */
interface Handed {
  readonly method: string;
  readonly path: string;
  readonly target: number;
}

export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** How many requests each target got. */
  readonly counts: readonly number[];
  readonly log: readonly Handed[];
  /** Targets may want to know this address before they start. */
  lead(...targets: readonly string[]): void;
}

/** Hands each request to the next of several servers, whatever connection it came on. */
export async function startBalancer(options: BalancerOptions = {}): Promise<Balancer> {
  const { host = 'rewritten', tls = false } = options;
  const log: Handed[] = [];
  let targets: readonly string[] = [];
  let next = 0;
  const hand: RequestListener = (incoming, response) => {
    const turn = next++ % targets.length;
    const target = new URL(incoming.url ?? '/', targets[turn]);
    const { method = 'GET' } = incoming;
    log.push({ method, path: target.pathname, target: turn });
    const headers = headersFor(incoming, target, host, tls);
    const sent = request(target, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    // Who waits no longer at the balancer waits no longer behind it.
    response.on('close', () => sent.destroy());
    incoming.pipe(sent);
  };
  const server = tls ? createTlsServer(trustedCertificate('localhost'), hand) : createServer(hand);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    get counts() {
      return targets.map((_, index) => log.filter(({ target }) => target === index).length);
    },
    log,
    lead(...given) {
      targets = given;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Before servers that run already. */
export async function balance(...targets: readonly string[]): Promise<Balancer> {
  const balancer = await startBalancer();
  balancer.lead(...targets);
  return balancer;
}

function headersFor(
  { headers, socket }: IncomingMessage,
  target: URL,
  manner: HostManner,
  tls: boolean,
) {
  if (manner === 'kept') return headers;
  const forwarded = {
    'x-forwarded-for': socket.remoteAddress,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': tls ? 'https' : 'http',
  };
  return { ...headers, ...(manner === 'forwarded' && forwarded), host: target.host };
}
