import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '../src/operations/define-operation.ts';
import { operations } from '../src/operations/operations.ts';
import { bodyOf, deletedLast, lineOf, takesBody } from './errors/requests.ts';
import { prepare } from './errors/samples.ts';
import { send } from './support/send.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

let engine: TestEngine;
let urlDb: TestUrlDb;

beforeAll(async () => {
  const [, open] = testEngines[0] as (typeof testEngines)[number];
  engine = await open();
  urlDb = await startUrlDb(engine, { URL_DB_PRIVATE_WEBHOOKS: 'true' });
  await prepare(urlDb);
});
afterAll(async () => {
  await urlDb.stop();
  await engine.stop();
});

async function readDocument(language: string) {
  const headers = { 'accept-language': language };
  return (await send(`${urlDb.origin}/openapi.json`, { headers })).body;
}

it.each(['ko', 'en'])('is a document of OpenAPI 3.1 in %s', async (language) => {
  const document = await readDocument(language);
  expect(document.openapi).toMatch(/^3\.1\./);
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it('has every operation, with a token where one is needed', async () => {
  const { paths, security, components } = await readDocument('en');
  const found = Object.entries(paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`,
      ),
    )
    .sort();
  const all = operations.map(({ name, rest }) => `${name}: ${rest.method} ${rest.path}`).sort();
  expect(found).toEqual(all);
  expect(security).toEqual([]);
  expect(components.securitySchemes).toBeUndefined();

  await using guarded = await startUrlDb(engine, { URL_DB_TOKENS: 'long-enough-token' });
  const { body } = await send(`${guarded.origin}/openapi.json`);
  expect(body.security).toEqual([{ bearer: [] }]);
  expect((await new Validator().validate(body)).valid).toBe(true);
});

it('says in Korean what it says in Korean', async () => {
  const words: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith('example')) continue;
      if (['description', 'summary'].includes(key) && typeof inner === 'string') words.push(inner);
      else collect(inner);
    }
  };
  collect(await readDocument('ko'));
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((sentence) => !/[가-힣]/.test(sentence))).toEqual([]);
});

it('is true of what is answered: no field more, none less', async () => {
  const { paths, components } = await readDocument('en');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const operation of deletedLast(operations)) {
    const { method, path, status } = operation.rest;
    const { requestBody, responses } = paths[path][method.toLowerCase()];
    const asked = bodyOf(operation);
    if (requestBody) {
      const fits = ajv.compile({ ...requestBody.content['application/json'].schema, components });
      expect(fits(asked), operation.name).toBe(true);
      const { example } = requestBody.content['application/json'];
      expect(fits(example), `${operation.name} ${JSON.stringify(example)}`).toBe(true);
    }
    const answer = await urlDb.call(lineOf(operation), asked);
    expect(answer.status, `${operation.name} ${answer.text}`).toBe(status);
    if (status === 204) continue;
    const fits = ajv.compile({
      ...responses[status].content['application/json'].schema,
      components,
    });
    expect(fits(answer.body), operation.name).toBe(true);
    // zod leaves out what its schema does not name, so a field more would be missing here.
    expect(operation.output.parse(answer.body), operation.name).toEqual(answer.body);
  }
});

it('names each error that an operation may answer with', async () => {
  const { paths } = await readDocument('en');
  const descriptionsOf = ({ rest }: Operation): string =>
    Object.values(
      paths[rest.path][rest.method.toLowerCase()].responses as Record<
        string,
        { description?: string }
      >,
    )
      .map(({ description }) => description ?? '')
      .join('\n');
  for (const operation of operations)
    for (const code of [...operation.errors, 'VALIDATION_ERROR'])
      expect(descriptionsOf(operation), operation.name).toContain(`${code}: `);
});

it('shows each error as it is answered', async () => {
  const { paths } = await readDocument('ko');
  const exampleOf = (path: string, method: string, status: number, code: string) =>
    paths[path][method].responses[status].content['application/json'].examples[code].value;
  const wrongKey = await urlDb.call('GET /nodes/invalid-key');
  expect(wrongKey.body).toEqual(
    exampleOf('/nodes/{composite_id}', 'get', 400, 'INVALID_COMPOSITE_KEY'),
  );
  const noDomain = await urlDb.call('GET /domains/non-existent-domain');
  expect(noDomain.body).toEqual(exampleOf('/domains/{name}', 'get', 404, 'DOMAIN_NOT_FOUND'));
  const noUrl = await urlDb.call('POST /nodes', { domain_name: 'recipes', url: 'x' });
  expect(noUrl.body).toEqual(exampleOf('/nodes', 'post', 400, 'VALIDATION_ERROR'));
});

it('begins the page to try it with bodies that are not refused for their form', async () => {
  await using fresh = await startUrlDb(engine, { URL_DB_PRIVATE_WEBHOOKS: 'true' });
  await prepare(fresh);
  const { paths } = await readDocument('en');
  for (const operation of operations.filter(takesBody)) {
    const { path, method } = operation.rest;
    const { requestBody } = paths[path][method.toLowerCase()];
    const { example } = requestBody.content['application/json'];
    // Its name would be looked up.
    const endpoint = 'endpoint' in example && { endpoint: 'http://127.0.0.1:9/hook' };
    const answer = await fresh.call(lineOf(operation), { ...example, ...endpoint });
    expect(answer.body.details, operation.name).toBeUndefined();
  }
});
