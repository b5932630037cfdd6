import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../src/operations/operations.ts';
import { refuses } from './errors/refuses.ts';
import { bodyOf, lineOf } from './errors/requests.ts';
import { send } from './support/send.ts';
import { startUrlDb } from './support/url-db.ts';

const token = 'a-token-of-some-length';
const other = 'another-token-of-length';
const hashed = createHash('sha256').update(other).digest('hex');
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });

let engine: TestEngine;
beforeAll(async () => {
  const [, open] = testEngines[0] as (typeof testEngines)[number];
  engine = await open();
});
afterAll(() => engine.stop());

describe('tokens', () => {
  it('are asked for on every route, and nothing is done without one', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: token });
    for (const operation of operations)
      for (const headers of [{}, bearer('wrong'), bearer(`${token}x`), { authorization: token }]) {
        const answer = await urlDb.call(lineOf(operation), bodyOf(operation), headers);
        refuses(answer, 'UNAUTHORIZED');
        expect(answer.headers['www-authenticate']).toBe('Bearer realm="url-db"');
      }
    refuses(await send(`${urlDb.origin}/mcp`, { method: 'POST', body: {} }), 'UNAUTHORIZED');
    refuses(await send(`${urlDb.origin}/metrics`), 'UNAUTHORIZED');
    const { body } = await urlDb.call('GET /domains', undefined, bearer(token));
    expect(body).toEqual({ domains: [] });
  });

  it('may be several, some of them as hashes only', async () => {
    const tokens = `${token}, sha256:${hashed}`;
    await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: tokens });
    const statusOf = async (value: string) =>
      (await urlDb.call('GET /domains', undefined, bearer(value))).status;
    expect(await statusOf(token)).toBe(200);
    expect(await statusOf(other)).toBe(200);
    expect(await statusOf(`sha256:${hashed}`)).toBe(401);
  });

  it('are not needed to see whether it lives, and what it does', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: token });
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs', '/docs/style.css'])
      expect((await send(urlDb.origin + path)).status, path).toBe(200);
  });
});

describe('names of the server', () => {
  it('are this machine’s, or those that are set: a page behind another name gets nothing', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_HOSTS: 'db.example.com' });
    const { port } = new URL(urlDb.origin);
    const good = ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST', 'db.example.com'];
    for (const name of [...good, ...good.map((one) => `${one}:${port}`)])
      expect((await urlDb.call('GET /domains', undefined, { host: name })).status, name).toBe(200);
    const bad = ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '192.0.2.1'];
    for (const name of bad)
      refuses(await urlDb.call('GET /domains', undefined, { host: name }), 'FORBIDDEN');
  });

  it('are not looked at where a token is needed, which a page of another name has not', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: token });
    const headers = { host: 'db.example.com', ...bearer(token) };
    expect((await urlDb.call('GET /domains', undefined, headers)).status).toBe(200);
  });
});

describe('pages', () => {
  it('of this machine may call and read, at any port', async () => {
    await using urlDb = await startUrlDb(engine);
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:5173', urlDb.origin]) {
      const { status, headers } = await urlDb.call('GET /domains', undefined, { origin });
      expect(status).toBe(200);
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers.vary).toContain('origin');
    }
  });

  it('of other sites may not, unless they are listed', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_ORIGINS: 'https://app.example.com' });
    const listed = { origin: 'https://app.example.com' };
    const { status, headers } = await urlDb.call('GET /domains', undefined, listed);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe(listed.origin);
    const others = ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'];
    for (const origin of others) {
      const answer = await urlDb.call('POST /domains', { name: 'evil' }, { origin });
      refuses(answer, 'FORBIDDEN');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await urlDb.call('GET /domains')).body.domains).toEqual([]);
  });

  it('ask before they call', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_TOKENS: token });
    const asked = {
      origin: 'http://localhost:3000',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,content-type',
    };
    const { status, headers } = await urlDb.call('OPTIONS /nodes/a', undefined, asked);
    expect(status).toBe(204);
    expect(headers['access-control-allow-methods']).toContain('PUT');
    expect(headers['access-control-allow-headers']).toContain('authorization');
    refuses(
      await urlDb.call('OPTIONS /nodes/a', undefined, { ...asked, origin: 'https://evil.example' }),
      'FORBIDDEN',
    );
  });
});

describe('limits', () => {
  it('count the requests of each caller in a minute', async () => {
    await using urlDb = await startUrlDb(engine, {
      URL_DB_RATE_LIMIT: '3',
      URL_DB_TOKENS: `${token},${other}`,
    });
    const call = (headers: Record<string, string>) =>
      urlDb.call('GET /domains', undefined, headers);
    for (let count = 0; count < 3; count += 1) expect((await call(bearer(token))).status).toBe(200);
    const refused = await call(bearer(token));
    refuses(refused, 'RATE_LIMITED');
    expect(Number(refused.headers['retry-after'])).toBe(refused.body.retry_after);
    expect(refused.body.retry_after).toBeGreaterThan(0);
    expect((await call(bearer(other))).status).toBe(200);
    // Who guesses is counted by address.
    const guesses = [];
    for (let count = 0; count < 4; count += 1)
      guesses.push((await call(bearer(`guess-number-${count}-${count}`))).status);
    expect(guesses).toEqual([401, 401, 401, 429]);
  });

  it('end a body that grows too large, whatever its length was said to be', async () => {
    await using urlDb = await startUrlDb(engine);
    const { port } = new URL(urlDb.origin);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      'POST /api/mcp/nodes HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    for (let count = 0; count < 17; count += 1) socket.write(chunk);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('PAYLOAD_TOO_LARGE');
    expect((await urlDb.call('GET /domains')).status).toBe(200);
  });

  it('let an image of 10 MB pass', async () => {
    await using urlDb = await startUrlDb(engine);
    await urlDb.call('POST /domains', { name: 'a' });
    await urlDb.call('POST /nodes', { domain_name: 'a', url: 'https://example.com/' });
    await urlDb.call('POST /domains/a/attributes', { name: 'picture', type: 'image' });
    const png = Buffer.alloc(10_000_000);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const value = `data:image/png;base64,${png.toString('base64')}`;
    const answer = await urlDb.call('PUT /nodes/url-db:a:1/attributes', {
      attributes: [{ name: 'picture', value }],
    });
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    expect(answer.body.attributes[0].value).toHaveLength(value.length);
  });
});
