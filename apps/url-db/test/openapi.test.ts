import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '../src/operations/define-operation.ts';
import { operations } from '../src/operations/operations.ts';
import { bodyOf, lineOf } from './errors/requests.ts';
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

/** What is deleted goes last, the small before what holds it. */
const last = [
  'delete_node_attribute',
  'delete_domain_attribute',
  'delete_dependency',
  'delete_subscription',
  'delete_domain',
  'delete_node',
];
const inOrder = operations.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name));

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
  for (const operation of inOrder) {
    const { method, path, status } = operation.rest;
    const { requestBody, responses } = paths[path][method.toLowerCase()];
    const asked = bodyOf(operation);
    if (requestBody) {
      const fits = ajv.compile({ ...requestBody.content['application/json'].schema, components });
      expect(fits(asked), operation.name).toBe(true);
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
