import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUrlDb } from '../src/index.ts';
import { checkSettings, type SettingName } from '../src/settings.ts';
import { refuses } from './errors/refuses.ts';
import { send } from './support/send.ts';
import { startUrlDb } from './support/url-db.ts';

/** A wrong one is told by --check, and starts. */
type Told = 'JEONBO_LANG' | 'LOG_LEVEL';

let engine: TestEngine;
beforeAll(async () => {
  const [, open] = testEngines[0] as (typeof testEngines)[number];
  engine = await open();
});
afterAll(() => engine.stop());

describe('answers', () => {
  it('to HEAD have the headers of GET and no body', async () => {
    await using urlDb = await startUrlDb(engine);
    const get = await urlDb.call('GET /server/info');
    const head = await urlDb.call('HEAD /server/info');
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.text)));
    expect((await urlDb.call('HEAD /nodes/url-db:a:1')).status).toBe(404);
  });

  it('are kept by no cache, and are JSON', async () => {
    await using urlDb = await startUrlDb(engine);
    for (const line of ['GET /server/info', 'GET /nothing']) {
      const { headers } = await urlDb.call(line);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each([
    [undefined, 'ko'],
    ['*', 'ko'],
    ['ko-KR,ko;q=0.9,en-US;q=0.8', 'ko'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr,en;q=0.5', 'en'],
    ['fr', 'ko'],
    ['en;q=0.3, ko;q=0.7', 'ko'],
    ['ko;q=0, en;q=0.1', 'en'],
    ['en;q=0', 'ko'],
    ['', 'ko'],
    [';;;,q=,', 'ko'],
  ])('to Accept-Language %s are in %s', async (header, language) => {
    await using urlDb = await startUrlDb(engine);
    const headers = header === undefined ? {} : { 'accept-language': header };
    const { body } = await urlDb.call('GET /server/info', undefined, headers);
    const words = { ko: 'URL 데이터베이스 MCP 서버', en: 'URL database MCP server' };
    expect(body.description).toBe(words[language as 'ko' | 'en']);
  });

  it('of faults have an id, which the log has with the reason', async () => {
    await using urlDb = await startUrlDb(engine);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(new URL(urlDb.databaseUrl).pathname);
    database.exec('DROP TABLE attribute_values');
    database.close();
    await urlDb.call('POST /domains', { name: 'a' });
    await urlDb.call('POST /nodes', { domain_name: 'a', url: 'https://example.com/' });
    const answer = await urlDb.call('GET /nodes/url-db:a:1/attributes');
    refuses(answer, 'INTERNAL_ERROR');
    expect(Object.keys(answer.body)).toEqual(['error', 'message', 'error_id']);
    const entry = urlDb.log.find(({ error_id }) => error_id === answer.body.error_id);
    expect(JSON.stringify(entry)).toContain('no such table');
  });
});

describe('for operators', () => {
  it('says that it lives, is ready, and what it counted', async () => {
    await using urlDb = await startUrlDb(engine);
    expect(await send(`${urlDb.origin}/healthz`)).toMatchObject({ status: 200, text: 'ok\n' });
    expect(await send(`${urlDb.origin}/readyz`)).toMatchObject({ status: 200, text: 'ready\n' });
    await urlDb.call('GET /domains');
    await urlDb.call('GET /domains');
    await urlDb.call('GET /nodes/nothing');
    const { headers, text } = await send(`${urlDb.origin}/metrics`);
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(text).toContain('url_db_http_requests_total{operation="list_domains",status="200"} 2\n');
    expect(text).toContain('url_db_http_requests_total{operation="get_node",status="400"} 1\n');
    expect(text).toContain(
      'url_db_http_request_duration_seconds_bucket{operation="list_domains",le="+Inf"} 2\n',
    );
    expect(text).toContain(
      'url_db_http_request_duration_seconds_count{operation="list_domains"} 2\n',
    );
    expect(text).toMatch(/^url_db_http_requests_running \d+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    // No line is of any other form.
    const form = /^(?:# (?:HELP|TYPE) .+|[a-z0-9_]+(?:\{.*\})? (?:Nan|[-+\d.e]+)|)$/;
    expect(text.split('\n').filter((line) => !form.test(line))).toEqual([]);
  });

  it('refuses to listen for others without a token, and to start with a wrong setting', () => {
    const start = (environment: Record<string, string>) => createUrlDb({ environment });
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'example.com'])
      expect(() => start({ HOST })).toThrow(/URL_DB_TOKENS/);
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.1.2.3']) start({ HOST });
    start({ HOST: '0.0.0.0', URL_DB_TOKENS: 'long-enough-token' });
    const wrong: Readonly<Record<Exclude<SettingName, Told>, string>> = {
      HOST: '0.0.0.0',
      PORT: '65536',
      TOOL_NAME: 'a:b',
      DATABASE_URL: 'mysql://x',
      AUTO_CREATE_ATTRIBUTES: 'maybe',
      URL_DB_SCHEMES: 'javascript',
      URL_DB_TOKENS: 'short',
      URL_DB_HOSTS: 'http://example.com',
      URL_DB_ORIGINS: 'https://example.com/path',
      URL_DB_RATE_LIMIT: '-1',
      URL_DB_PRIVATE_WEBHOOKS: 'yes',
    };
    for (const [name, value] of Object.entries(wrong)) {
      expect(() => start({ [name]: value }), name).toThrow(name);
      // In words, in both languages.
      const [problem] = checkSettings({ [name]: value }).problems;
      expect(problem?.problem.en, name).toMatch(/^[A-Z].+\.$/);
      expect(problem?.problem.ko, name).toMatch(/[가-힣]/);
    }
  });
});

describe('a stop', () => {
  it('lets a request that runs finish, and tells others to go elsewhere', async () => {
    const urlDb = await startUrlDb(engine);
    await urlDb.call('POST /domains', { name: 'a' });
    const { port } = new URL(urlDb.origin);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statusOf = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ port, path, agent }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode));
        })
          .once('error', reject)
          .end();
      });
    expect(await statusOf('/api/mcp/domains')).toBe(200);

    // A request whose body is still on its way.
    const body = JSON.stringify({ domain_name: 'a', url: 'https://example.com/' });
    const slow = connect(Number(port), '127.0.0.1');
    const read: string[] = [];
    slow.setEncoding('utf8').on('data', (part: string) => read.push(part));
    slow.write(
      `POST /api/mcp/nodes HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    slow.write(body.slice(0, 10));
    while (!(await send(`${urlDb.origin}/metrics`)).text.includes('requests_running 2'));

    const stopped = urlDb.stop();
    expect(await statusOf('/api/mcp/domains')).toBe(503);
    agent.destroy();
    slow.write(body.slice(10));
    await Promise.all([stopped, once(slow, 'close')]);
    expect(read.join('')).toMatch(/^HTTP\/1\.1 201 .*url-db:a:1/s);
    await expect(send(urlDb.origin)).rejects.toThrow(/ECONNREFUSED/);

    // What was answered is there.
    await using again = await startUrlDb(engine, { DATABASE_URL: urlDb.databaseUrl });
    expect((await again.call('GET /nodes/url-db:a:1')).status).toBe(200);
  });

  it('frees the address, which nobody else may have meanwhile', async () => {
    const urlDb = await startUrlDb(engine);
    const { port } = new URL(urlDb.origin);
    await expect(startUrlDb(engine, { PORT: port })).rejects.toThrow(/EADDRINUSE/);
    await urlDb.stop();
    await using again = await startUrlDb(engine, { PORT: port });
    expect(again.origin).toBe(urlDb.origin);
  });
});
