import { testEngines } from '@jeonbo/store/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { errorTable, type UrlDbErrorCode } from '../src/errors/error-table.ts';
import type { Operation } from '../src/operations/define-operation.ts';
import { operations } from '../src/operations/operations.ts';
import { problems } from '../src/schemas/problems.ts';
import { malformedKeys } from './errors/malformed-keys.ts';
import { refused } from './errors/refused.ts';
import { fieldsOf, refuses } from './errors/refuses.ts';
import { bodyOf, lineOf, takesBody } from './errors/requests.ts';
import { samples } from './errors/samples.ts';
import { useUrlDb } from './errors/use-url-db.ts';
import { wrongValuesOf } from './errors/wrong-values.ts';

const named = operations.map((operation) => [operation.name, operation] as const);
const withBody = named.filter(([, operation]) => takesBody(operation));
const withKey = named.filter(([, { rest }]) => rest.path.includes('{composite_id}'));

const keyCode = 'INVALID_COMPOSITE_KEY';
/** Of a key in the path that is well formed. */
function notFoundCode({ name, rest }: Operation): UrlDbErrorCode {
  if (rest.path.startsWith('/attributes')) return 'ATTRIBUTE_NOT_FOUND';
  return name === 'delete_dependency' ? 'DEPENDENCY_NOT_FOUND' : 'NODE_NOT_FOUND';
}

function isInPath(field: string, { rest }: Operation): boolean {
  return rest.path.includes(`{${field}}`);
}

/** What a server answers only where AUTO_CREATE_ATTRIBUTES is false: in behaviour.test.ts. */
const elsewhere: Readonly<Record<string, readonly UrlDbErrorCode[]>> = {
  set_node_attributes: ['ATTRIBUTE_NOT_FOUND'],
};

it('has a sample of every operation', () => {
  expect(Object.keys(samples).sort()).toEqual(operations.map(({ name }) => name).sort());
});

describe.each(testEngines)('errors of every route on %s', (_engine, open) => {
  const urlDb = useUrlDb(open);

  it.each(named)('%s: an unknown field', async (_name, operation) => {
    const body = bodyOf(operation);
    const answer = takesBody(operation)
      ? await urlDb.call(lineOf(operation), { ...body, nonsense: 1 })
      : await urlDb.call(`${lineOf(operation)}?nonsense=1`);
    refuses(answer, 'VALIDATION_ERROR');
    expect(fieldsOf(answer)).toEqual(['nonsense']);
  });

  it.each(withBody)(
    '%s: a field in the query, where the body would take it',
    async (_name, operation) => {
      const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input' });
      const fields = Object.keys(properties).filter((name) => !isInPath(name, operation));
      for (const field of ['nonsense', ...fields]) {
        const { [field]: _, ...body } = bodyOf(operation) ?? {};
        const answer = await urlDb.call(`${lineOf(operation)}?${field}=x`, body);
        refuses(answer, 'VALIDATION_ERROR');
        expect(fieldsOf(answer)).toEqual([field]);
        expect(answer.body.details[0].message).toBe(problems.unknown.ko);
      }
    },
  );

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

  it.each(named)('%s: values of other types and beyond its limits', async (_name, operation) => {
    const { values = {} } = samples[operation.name] ?? {};
    for (const { field, place, value } of wrongValuesOf(operation)) {
      const text = String(value);
      const line = lineOf(operation, place === 'path' ? { ...values, [field]: text } : {});
      const query = place === 'query' ? `?${new URLSearchParams({ [field]: text })}` : '';
      const body = place === 'body' ? { ...bodyOf(operation), [field]: value } : bodyOf(operation);
      const answer = await urlDb.call(line + query, body);
      const told = `${field}: ${JSON.stringify(value).slice(0, 60)} ${answer.text.slice(0, 200)}`;
      // Nothing is at an address with a part that is empty.
      if (place === 'path' && text === '') refuses(answer, 'NOT_FOUND');
      else {
        expect(answer.body.error, told).toBe('VALIDATION_ERROR');
        refuses(answer, 'VALIDATION_ERROR');
        const fields = fieldsOf(answer).map((name) => name.split(/[.[]/, 1)[0]);
        expect(new Set(fields), told).toEqual(new Set([field]));
      }
    }
  });

  it.each(named)('%s: each error that it names', async (name, operation) => {
    const byKey = withKey.some(([one]) => one === name) ? [keyCode, notFoundCode(operation)] : [];
    const here = operation.errors.filter((code) => !elsewhere[name]?.includes(code));
    for (const code of here) {
      const requests = refused[name]?.[code] ?? [];
      if (!byKey.includes(code)) expect(requests, code).not.toEqual([]);
      for (const { values, query, body, facts } of requests) {
        const line = lineOf(operation, values) + (query ? `?${query}` : '');
        const sent = takesBody(operation) ? { ...bodyOf(operation), ...body } : undefined;
        refuses(await urlDb.call(line, sent), code, facts);
      }
    }
    // And it answers with none that it does not name.
    expect(here).toEqual(expect.arrayContaining(Object.keys(refused[name] ?? {})));
    expect(here).toEqual(expect.arrayContaining(byKey));
  });

  it.each(withBody)('%s: what is required', async (_name, operation) => {
    const { required = [] } = z.toJSONSchema(operation.input, { io: 'input' });
    const needed = required.filter((name) => !isInPath(name, operation));
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
    const id = operation.rest.path.startsWith('/attributes') ? 'attr-' : '';
    const keys = [
      `url-db:tech-articles:${id}999`,
      `url-db:tech-articles:${id}9999999999999999999`,
      `url-db:recipes:${id}1`,
      `url-db:nowhere:${id}1`,
    ];
    for (const key of keys) {
      const answer = await urlDb.call(lineOf(operation, { composite_id: key }), bodyOf(operation));
      refuses(answer, notFoundCode(operation), { composite_id: key });
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
