import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { errorTable } from '../src/errors/error-table.ts';
import { operations } from '../src/operations/operations.ts';
import { malformedKeys } from './errors/malformed-keys.ts';
import { fieldsOf, refuses } from './errors/refuses.ts';
import { bodyOf, lineOf, takesBody } from './errors/requests.ts';
import { prepare, samples, stateOf } from './errors/samples.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

const named = operations.map((operation) => [operation.name, operation] as const);
const withBody = named.filter(([, operation]) => takesBody(operation));
const withKey = named.filter(([, { rest }]) => rest.path.includes('{composite_id}'));

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
    '%s: what the path says in the body too, __proto__',
    async (_name, operation) => {
      const values = Object.entries(samples[operation.name]?.values ?? {});
      const fields = [
        ...values.map(([field, value]) => [field, `"${value}"`]),
        ['__proto__', '{}'],
      ];
      for (const [field = '', value = ''] of fields) {
        const body = JSON.stringify(bodyOf(operation)).replace(/\}$/, `,"${field}":${value}}`);
        const answer = await urlDb.call(lineOf(operation), body);
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer)).toEqual([field]);
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

  it.each(withBody)('%s: a body that is too large', async (_name, operation) => {
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
