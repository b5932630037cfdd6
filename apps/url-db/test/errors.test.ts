import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { errorTable } from '../src/errors/error-table.ts';
import type { Operation } from '../src/operations/define-operation.ts';
import { operations } from '../src/operations/operations.ts';
import { bodyOf, lineOf, takesBody } from './errors/requests.ts';
import { prepare, samples, stateOf } from './errors/samples.ts';
import type { RawAnswer } from './support/send.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

const named = operations.map((operation) => [operation.name, operation] as const);
const withBody = named.filter(([, operation]) => takesBody(operation));
const withKey = named.filter(([, { rest }]) => rest.path.includes('{composite_id}'));

const malformedKeys = [
  'invalid-key',
  'tech-articles:1',
  'url-db:tech-articles',
  'url-db:tech-articles:1:2',
  'url-db:tech-articles:0',
  'url-db:tech-articles:01',
  'url-db:tech-articles:-1',
  'url-db:tech-articles:1.0',
  'url-db:tech-articles:12345678901234567890',
  'url-db:Tech-Articles:1',
  'url-db:-tech:1',
  'url-db::1',
  'URL-DB:tech-articles:1',
  ' url-db:tech-articles:1',
  'url-db:tech-articles:1\n',
  'url-db:기술:1',
  // Another tool's.
  'other-tool:tech-articles:1',
];

it('has a sample of every operation', () => {
  expect(Object.keys(samples).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(testEngines)('errors of every route on %s', (_engine, open) => {
  let engine: TestEngine;
  let urlDb: TestUrlDb;
  let before: readonly unknown[];

  beforeAll(async () => {
    engine = await open();
    // Nobody listens where its events would go.
    urlDb = await startUrlDb(engine, { URL_DB_PRIVATE_WEBHOOKS: 'true' });
    await prepare(urlDb);
    before = await stateOf(urlDb);
  });
  afterAll(async () => {
    // Whatever was refused changed nothing.
    const after = await stateOf(urlDb);
    await urlDb.stop();
    await engine.stop();
    expect(after).toEqual(before);
  });

  function refuses(answer: RawAnswer, code: keyof typeof errorTable, facts: object = {}): void {
    const { status, words } = errorTable[code];
    expect(answer.body, answer.text).toMatchObject({ error: code, ...facts });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(Object.keys(answer.body).slice(0, 2)).toEqual(['error', 'message']);
    if (code === 'VALIDATION_ERROR') expect(answer.body.message).toBe(words.ko);
    expect(answer.body.message).toMatch(/[가-힣]/);
  }

  const fieldsOf = ({ body }: RawAnswer): readonly string[] =>
    body.details.map(({ field }: { field: string }) => field);

  it.each(named)('%s: an unknown field', async (_name, operation) => {
    const body = bodyOf(operation);
    const answer = takesBody(operation)
      ? await urlDb.call(lineOf(operation), { ...body, nonsense: 1 })
      : await urlDb.call(`${lineOf(operation)}?nonsense=1`);
    refuses(answer, 'VALIDATION_ERROR');
    expect(fieldsOf(answer)).toEqual(['nonsense']);
  });

  it.each(withBody)('%s: a field of the query', async (_name, operation) => {
    const answer = await urlDb.call(`${lineOf(operation)}?page=1`, bodyOf(operation));
    refuses(answer, 'VALIDATION_ERROR');
    expect(fieldsOf(answer)).toEqual(['page']);
  });

  it.each(withBody)('%s: a body that is no object of JSON', async (_name, operation) => {
    for (const body of ['{"broken', '{"a":1,}', 'name=x', '[]', 'null', '1', '"text"', '\u0000']) {
      const answer = await urlDb.call(lineOf(operation), body);
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual(['body']);
    }
  });

  it.each(withBody)(
    '%s: a field of the path in the body, and __proto__',
    async (_name, operation) => {
      for (const field of ['__proto__', ...Object.keys(samples[operation.name]?.values ?? {})]) {
        const body = JSON.stringify(bodyOf(operation)).replace(/\}$/, `,"${field}":{}}`);
        const answer = await urlDb.call(lineOf(operation), body);
        // Of an attribute's name the path has one and the body another.
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer)).toContain(field);
      }
    },
  );

  it.each(withBody)('%s: wrong types', async (_name, operation) => {
    const { properties } = z.toJSONSchema(operation.input, { io: 'input' }) as {
      properties: Record<string, { type?: string | string[] }>;
    };
    const fields = Object.keys(properties).filter(
      (name) => !operation.rest.path.includes(`{${name}}`),
    );
    for (const field of fields)
      for (const wrong of [{ a: { b: 1 } }, [[]], 1.5]) {
        const answer = await urlDb.call(lineOf(operation), {
          ...bodyOf(operation),
          [field]: wrong,
        });
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer).every((name) => name.startsWith(field))).toBe(true);
      }
  });

  it.each(withBody)('%s: what is required', async (_name, operation) => {
    const { required = [] } = z.toJSONSchema(operation.input, { io: 'input' });
    const needed = required.filter((name) => !operation.rest.path.includes(`{${name}}`));
    if (needed.length === 0) return;
    for (const body of ['{}', '']) {
      const answer = await urlDb.call(lineOf(operation), body);
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual(needed);
      expect(answer.body.details[0].message).toBe('필수 항목입니다');
    }
  });

  it.each(withKey)('%s: malformed keys and those of another tool', async (_name, operation) => {
    for (const key of malformedKeys) {
      const answer = await urlDb.call(lineOf(operation, { composite_id: key }), bodyOf(operation));
      const isAttribute = operation.rest.path.startsWith('/attributes');
      refuses(answer, 'INVALID_COMPOSITE_KEY', {
        expected_format: `tool_name:domain_name:${isAttribute ? 'attr-id' : 'id'}`,
        provided: key,
      });
    }
  });

  it.each(withKey)('%s: keys of nothing and of another domain', async (_name, operation) => {
    const isAttribute = operation.rest.path.startsWith('/attributes');
    const code = isAttribute
      ? 'ATTRIBUTE_NOT_FOUND'
      : operation.name === 'delete_dependency'
        ? 'DEPENDENCY_NOT_FOUND'
        : 'NODE_NOT_FOUND';
    const id = isAttribute ? 'attr-' : '';
    const keys = [
      `url-db:tech-articles:${id}999`,
      `url-db:tech-articles:${id}9999999999999999999`,
      `url-db:recipes:${id}1`,
      `url-db:nowhere:${id}1`,
    ];
    for (const key of keys) {
      const answer = await urlDb.call(lineOf(operation, { composite_id: key }), bodyOf(operation));
      refuses(answer, code, { composite_id: key });
      expect(operation.errors).toContain(code);
    }
  });

  it('a domain that is not there', async () => {
    const domain_name = 'non-existent-domain';
    const url = 'https://example.com/1';
    const filters = [{ name: 'category', operator: 'exists' }];
    const answers = [
      await urlDb.call(`GET /nodes?domain_name=${domain_name}`),
      await urlDb.call(`GET /nodes?domain_name=${domain_name}&search=x`),
      await urlDb.call('POST /nodes', { domain_name, url }),
      await urlDb.call('POST /nodes/find', { domain_name, url }),
      await urlDb.call('POST /nodes/filter', { domain_name, filters }),
      await urlDb.call(`GET /domains/${domain_name}`),
      await urlDb.call(`PUT /domains/${domain_name}`, { description: 'x' }),
      await urlDb.call(`DELETE /domains/${domain_name}`),
      await urlDb.call(`GET /domains/${domain_name}/attributes`),
      await urlDb.call(`POST /domains/${domain_name}/attributes`, { name: 'x', type: 'tag' }),
    ];
    for (const answer of answers) refuses(answer, 'DOMAIN_NOT_FOUND', { domain_name });
  });

  it('names that are no names of a domain', async () => {
    const names = ['', '-a', 'a-', 'a_b', 'a b', '기술', 'a.b', 'a:b', 'a'.repeat(51)];
    for (const name of names) {
      const answers = [
        await urlDb.call('POST /domains', { name }),
        await urlDb.call(`GET /nodes?domain_name=${encodeURIComponent(name)}`),
        await urlDb.call('POST /nodes', { domain_name: name, url: 'https://example.com/' }),
      ];
      for (const answer of answers) refuses(answer, 'VALIDATION_ERROR');
    }
  });

  it('what is there already', async () => {
    refuses(await urlDb.call('POST /domains', { name: 'TECH-articles' }), 'CONFLICT', {
      domain_name: 'tech-articles',
    });
    const same = ['https://example.com/1', 'HTTPS://EXAMPLE.com:443/1', 'https://example.com/1#'];
    for (const url of same)
      refuses(await urlDb.call('POST /nodes', { domain_name: 'tech-articles', url }), 'CONFLICT', {
        composite_id: 'url-db:tech-articles:1',
      });
    refuses(
      await urlDb.call('POST /domains/tech-articles/attributes', { name: 'category', type: 'tag' }),
      'CONFLICT',
      { composite_id: 'url-db:tech-articles:attr-1' },
    );
    refuses(
      await urlDb.call('POST /nodes/url-db:tech-articles:1/dependencies', {
        depends_on: 'url-db:recipes:2',
      }),
      'CONFLICT',
      { dependency_id: 1 },
    );
  });

  it('what would break what is stored', async () => {
    const answers = [
      await urlDb.call('DELETE /domains/tech-articles'),
      await urlDb.call('DELETE /domains/tech-articles?force=false'),
      await urlDb.call('DELETE /attributes/url-db:tech-articles:attr-1'),
      await urlDb.call('DELETE /nodes/url-db:recipes:2'),
      await urlDb.call('POST /nodes/url-db:recipes:2/dependencies', {
        depends_on: 'url-db:recipes:2',
      }),
      await urlDb.call('POST /nodes/url-db:recipes:2/dependencies', {
        depends_on: 'url-db:tech-articles:1',
      }),
    ];
    for (const answer of answers) refuses(answer, 'CONSTRAINT_VIOLATION');
    expect(answers[3]?.body.dependents).toEqual(['url-db:tech-articles:1']);
  });

  it('URLs that are not kept', async () => {
    const wrong = [
      '',
      '   ',
      'example.com',
      'not a url',
      'http://',
      'https://exa mple.com',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'ftp://example.com/',
      'https://example.com/\u0000',
      `https://example.com/${'a'.repeat(2029)}`,
    ];
    expect(wrong.at(-1)).toHaveLength(2049);
    for (const url of wrong) {
      const created = await urlDb.call('POST /nodes', { domain_name: 'tech-articles', url });
      refuses(created, 'VALIDATION_ERROR');
      expect(fieldsOf(created)).toEqual(['url']);
      refuses(await urlDb.call('POST /nodes/find', { url }), 'VALIDATION_ERROR');
      const { body } = await urlDb.call('POST /nodes/batch-create', {
        nodes: [{ domain_name: 'tech-articles', url }],
      });
      expect(body).toMatchObject({ created_count: 0, failed_count: 1 });
      expect(body.results[0].error).toEqual(created.body);
    }
  });

  it('texts that are too long, in characters as people count them', async () => {
    const emoji = '👩‍🚀'.slice(0, 2);
    const tooLong = { title: emoji.repeat(256), description: emoji.repeat(1001) };
    for (const [field, text] of Object.entries(tooLong)) {
      const node = { domain_name: 'tech-articles', url: 'https://example.com/x', [field]: text };
      for (const answer of [
        await urlDb.call('POST /nodes', node),
        await urlDb.call('PUT /nodes/url-db:tech-articles:1', { [field]: text }),
      ]) {
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer)).toEqual([field]);
      }
    }
    const description = 'a'.repeat(1001);
    refuses(await urlDb.call('POST /domains', { name: 'x', description }), 'VALIDATION_ERROR');
    for (const title of ['\u0000', 'a\uD800b'])
      refuses(
        await urlDb.call('PUT /nodes/url-db:tech-articles:1', JSON.stringify({ title })),
        'VALIDATION_ERROR',
      );
  });

  it('pages that are none', async () => {
    const queries = [
      'size=0',
      'size=101',
      'size=-1',
      'size=1.5',
      'size=abc',
      'size=',
      'size=1e1',
      'page=0',
      'page=-1',
      'page=1000000001',
      'page=9007199254740993',
      'page=1&page=2',
      'exact=yes',
      'cursor=nonsense',
      'cursor=',
    ];
    for (const query of queries) {
      const answer = await urlDb.call(`GET /nodes?${query}`);
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual([query.split('=')[0]]);
    }
    const both = await urlDb.call('GET /nodes?page=1&cursor=x');
    refuses(both, 'VALIDATION_ERROR');
    const filters = [{ name: 'category', operator: 'exists' }];
    for (const wrong of [{ size: 0 }, { size: 101 }, { page: 0 }, { size: '20' }, { page: null }])
      refuses(
        await urlDb.call('POST /nodes/filter', { domain_name: 'tech-articles', filters, ...wrong }),
        'VALIDATION_ERROR',
      );
  });

  it('too many at once', async () => {
    const keys = (count: number) => ({
      composite_ids: Array.from({ length: count }, () => 'url-db:tech-articles:1'),
    });
    refuses(await urlDb.call('POST /nodes/batch', keys(101)), 'VALIDATION_ERROR');
    const hundred = await urlDb.call('POST /nodes/batch', keys(100));
    expect(hundred.body.nodes).toHaveLength(100);
    expect((await urlDb.call('POST /nodes/batch', keys(0))).body).toEqual({
      nodes: [],
      not_found: [],
    });
    const nodes = Array.from({ length: 1001 }, () => ({ domain_name: 'a', url: 'https://a.com/' }));
    refuses(await urlDb.call('POST /nodes/batch-create', { nodes }), 'VALIDATION_ERROR');
    refuses(await urlDb.call('POST /nodes/batch-create', { nodes: [] }), 'VALIDATION_ERROR');
  });

  it('malformed keys in a batch are not found, in their order', async () => {
    const composite_ids = [...malformedKeys, 'url-db:tech-articles:1', 'url-db:recipes:1'];
    const { status, body } = await urlDb.call('POST /nodes/batch', { composite_ids });
    expect(status).toBe(200);
    expect(body.nodes).toHaveLength(1);
    expect(body.not_found).toEqual([...malformedKeys, 'url-db:recipes:1']);
  });

  it('values that their attributes do not take', async () => {
    const path = '/nodes/url-db:tech-articles:1/attributes';
    const wrong: readonly (readonly [object[], string])[] = [
      [[{ name: 'category', value: 'a,b' }], 'attributes[0].value'],
      [[{ name: 'category', value: '' }], 'attributes[0].value'],
      [[{ name: 'category', value: 'a'.repeat(51) }], 'attributes[0].value'],
      [[{ name: '', value: 'a' }], 'attributes[0].name'],
      [[{ name: 'a\nb', value: 'a' }], 'attributes[0].name'],
      [[{ name: 'category', value: 4.5 }], 'attributes[0].value'],
      [[{ name: 'category' }], 'attributes[0].value'],
      [[{ name: 'category', value: 'a', order_index: 0 }], 'attributes[0].order_index'],
      [[{ name: 'category', value: 'a', order_index: -1 }], 'attributes[0].order_index'],
      [
        [
          { name: 'fine', value: 'a' },
          { name: 'category', value: 'a|b' },
        ],
        'attributes[1].value',
      ],
    ];
    for (const [attributes, field] of wrong) {
      const answer = await urlDb.call(`PUT ${path}`, { attributes });
      refuses(answer, 'VALIDATION_ERROR');
      expect(fieldsOf(answer)).toEqual([field]);
    }
    refuses(await urlDb.call(`DELETE ${path}/nothing`), 'ATTRIBUTE_NOT_FOUND', { name: 'nothing' });
  });

  it('subscriptions that nothing can be sent to, and those that are not there', async () => {
    const endpoints = ['', 'example.com', 'ftp://example.com/', 'https://user:pw@example.com/'];
    for (const endpoint of endpoints)
      refuses(await urlDb.call('POST /subscriptions', { endpoint }), 'VALIDATION_ERROR');
    for (const [name, operation] of named.filter(([, { rest }]) => rest.path.includes('{id}'))) {
      const answer = await urlDb.call(lineOf(operation, { id: '999' }), bodyOf(operation));
      refuses(answer, 'SUBSCRIPTION_NOT_FOUND', { id: 999 });
      for (const id of ['0', '-1', 'x', '1.5'])
        refuses(await urlDb.call(lineOf(operation, { id }), bodyOf(operation)), 'VALIDATION_ERROR');
      expect(operation.errors, name).toContain('SUBSCRIPTION_NOT_FOUND');
    }
  });

  it.each(named)('%s: another method, and OPTIONS', async (_name, operation) => {
    const path = lineOf(operation).split(' ')[1];
    const wrong = await urlDb.call(`PATCH ${path}`, '{}');
    refuses(wrong, 'METHOD_NOT_ALLOWED');
    expect(wrong.headers.allow).toContain(operation.rest.method);
    const options = await urlDb.call(`OPTIONS ${path}`);
    expect(options.status).toBe(204);
    expect(options.headers.allow).toBe(wrong.headers.allow);
  });

  it.each(named)('%s: in English for who asks for it', async (_name, operation) => {
    const line = takesBody(operation) ? lineOf(operation) : `${lineOf(operation)}?nonsense=1`;
    const body = takesBody(operation) ? '[]' : undefined;
    const { body: answer } = await urlDb.call(line, body, { 'accept-language': 'en-US,en;q=0.9' });
    expect(answer.message).toBe(errorTable.VALIDATION_ERROR.words.en);
    expect(answer.details[0].message).toMatch(/^[ -~]+$/);
  });

  it.each(withBody)('%s: a body that is too large', async (_name, operation: Operation) => {
    const { body, status } = await urlDb
      .call(lineOf(operation), '', {
        'content-length': String(16 * 1024 * 1024 + 1),
      })
      .catch(() => ({ status: 0, body: undefined }));
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: 'PAYLOAD_TOO_LARGE', max_bytes: 16 * 1024 * 1024 });
  });

  it('routes that are none', async () => {
    const lines = [
      'GET /',
      'GET /nothing',
      'POST /nothing',
      'GET /nodes/',
      'GET /nodes/url-db:tech-articles:1/nothing',
      'GET /nodes/url-db:tech-articles:1/attributes/',
      'GET /domains//attributes',
      'OPTIONS /nothing',
    ];
    for (const line of lines) refuses(await urlDb.call(line), 'NOT_FOUND');
  });
});
