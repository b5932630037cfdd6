import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { authorize, register } from '../support/oauth.ts';
import { createWorld, serve } from '../support/world.ts';
import { problemsOf, runSuite } from './support/suite.ts';

const scenarios = ['authorization-server-metadata-endpoint', 'authorization-code-grant'];

it('our issuer passes as an authorization server', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment, ['kakao']);
  const { url } = server;
  const port = await freePort();
  const callback = `http://127.0.0.1:${port}/callback`;
  const client = await register(url, { redirect_uris: [callback] });
  const suite = ['authorization', '--url', url, '--port', String(port)];
  let asked = 0;
  const findings = await runSuite(
    [...suite, '--client-id', client.client_id, '--resource', server.mcp],
    // It asks for a person with a browser.
    (line) => {
      if (!line.startsWith(`${url}/authorize?`)) return;
      asked++;
      logInAt({ url, sandbox: world.sandbox }, line).catch((error: Error) =>
        // Else it waits for minutes.
        fetch(`${callback}?${new URLSearchParams({ error: error.message })}`),
      );
    },
  );
  expect([...findings.keys()].sort()).toEqual([...scenarios].sort());
  expect(problemsOf(findings, scenarios)).toEqual({});
  expect(asked).toBe(1);
});

async function logInAt(place: Parameters<typeof authorize>[0], address: string): Promise<void> {
  await fetch(await authorize(place, address));
}

/** It has to be known beforehand: the suite takes a port, and the client registers it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
