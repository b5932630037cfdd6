import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createGuardedFetch } from '../../../src/oauth/guarded-fetch.ts';
import { trustedCertificate } from '../../support/certificate.ts';

/** The site of a client, which describes it by a document over https. */
export interface MetadataHost extends AsyncDisposable {
  readonly name: string;
  /** Of the document: the client's id. */
  readonly url: string;
  /** What the server reads it with: its own way of reading, which takes the name for this machine's. */
  readonly fetch: typeof globalThis.fetch;
  /** How many times it was read. */
  readonly reads: number;
}

export async function startMetadataHost(
  client: Readonly<Record<string, unknown>>,
): Promise<MetadataHost> {
  const host = 'host.example';
  let reads = 0;
  const server = createServer(trustedCertificate(host), (_, response) => {
    reads += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...client, client_id: url }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const name = `${host}:${port}`;
  const url = `https://${name}/oauth/client.json`;
  const here = async () => [{ address: '127.0.0.1', family: 4 }];
  return {
    name,
    url,
    fetch: createGuardedFetch(here, () => true),
    get reads() {
      return reads;
    },
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
}
