import { Ajv, type ValidateFunction } from 'ajv';
import { decodeForm, decodeQuery, type Parameters } from './decode.ts';
import { formats } from './formats.ts';
import { loadOpenApi } from './load-openapi.ts';

/** Holds requests and answers to Twilio's official OpenAPI. Every answer is a list of faults; none is good. */
export interface TwilioContract {
  /** Path, query and form; fields that the contract does not know and missing ones are faults. */
  checkRequest(request: Request): Promise<readonly string[]>;
  /** The body of an answer to a request. A status that the contract does not name is a fault. */
  checkAnswer(method: string, url: string, status: number, body: unknown): readonly string[];
  /** Names of every field of an operation's form. */
  formFields(operationId: string): readonly string[];
  /** The example answers that the contract itself gives, by operation. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export type Schema = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

interface Content {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: Parameters;
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Content>> }>
  >;
  readonly 'x-twilio'?: { readonly conditional?: readonly (readonly string[])[] };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const formType = 'application/x-www-form-urlencoded';

/** The part of the contract about messages, patched where it contradicts itself; each patch says why. */
export async function twilioContract(): Promise<TwilioContract> {
  const document = (await loadOpenApi()) as Document;
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  ajv.addSchema({ $id: 'twilio', components: document.components });
  const compiled = new Map<Schema, ValidateFunction>();
  const faultsOf = (schema: Schema, value: unknown, where: string): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(withOurRoot(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${where}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
  const answerSchemas = new Map<Schema, Schema>();
  const answerSchema = (schema: Schema): Schema => {
    const known = answerSchemas.get(schema) ?? closed(resolve(document, schema), document);
    answerSchemas.set(schema, known);
    return known;
  };

  const checkAnswer = (method: string, url: string, status: number, body: unknown) => {
    const found = find(document, method, new URL(url).pathname);
    const answer = found?.operation.responses[status];
    if (!found || !answer) return [`${method} ${new URL(url).pathname} has no answer ${status}`];
    const schema = answer.content?.['application/json']?.schema;
    if (!schema) return body === undefined || body === '' ? [] : ['the answer must have no body'];
    return faultsOf(answerSchema(schema), body, 'answer');
  };

  return {
    async checkRequest(request) {
      const url = new URL(request.url);
      const found = find(document, request.method, url.pathname);
      if (!found) return [`${request.method} ${url.pathname} is not in the contract`];
      const { operation, path } = found;
      const body = operation.requestBody?.content[formType];
      const text = await request.clone().text();
      if (!body) {
        const query = decodeQuery(url.searchParams, operation.parameters ?? []);
        const faults = query.values.flatMap(({ schema, value, name }) =>
          faultsOf(schema, value, name),
        );
        return [...path, ...query.faults, ...faults, ...(text ? ['a body is not expected'] : [])];
      }
      const type = request.headers.get('content-type') ?? '';
      const wrongType = type.startsWith(formType) ? [] : [`content-type ${type}`];
      const form = decodeForm(new URLSearchParams(text), resolve(document, body.schema));
      return [
        ...path,
        ...wrongType,
        ...form.faults,
        ...faultsOf(body.schema, form.value, 'form'),
        ...conditional(operation, form.value),
      ];
    },
    checkAnswer,
    formFields: (operationId) => {
      const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
      const found = operations.find((operation) => operation.operationId === operationId);
      const schema = found?.requestBody?.content[formType]?.schema;
      return Object.keys(schema?.properties ?? {});
    },
    examples: examplesOf(document),
  };
}

/** `$ref`s of the document point to its root, which for ajv is the schema that was added. */
function withOurRoot(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"twilio#/components/'));
}

function resolve({ components }: Document, schema: Schema): Schema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1];
  return (name && components.schemas[name]) || schema;
}

/**
 * An answer as Twilio gives it: every property that is listed, none that is not. The contract demands neither, but all of
 * its examples are so.
 */
function closed(schema: Schema, document: Document): Schema {
  if (schema.type === 'array' && schema.items)
    return { ...schema, items: closed(resolve(document, schema.items), document) };
  if (!schema.properties) return schema;
  const entries = Object.entries(schema.properties).map(([name, inner]) => [
    name,
    inner.type === 'array' ? closed(inner, document) : relative(inner),
  ]);
  const properties = Object.fromEntries(entries) as Record<string, Schema>;
  return { ...schema, properties, required: Object.keys(properties), additionalProperties: false };
}

/** Page links are declared absolute and given relative, as the contract's own examples do. */
function relative(schema: Schema): Schema {
  return schema.format === 'uri' ? { ...schema, format: 'uri-reference' } : schema;
}

/** `[["from","messaging_service_sid"], …]`: one of each group. */
function conditional(operation: Operation, form: Readonly<Record<string, unknown>>): string[] {
  const wireName = (name: string) =>
    name.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
  return (operation['x-twilio']?.conditional ?? [])
    .map((group) => group.map(wireName))
    .filter((group) => !group.some((name) => form[name] !== undefined))
    .map((group) => `one of ${group.join(', ')} is required`);
}

function find(document: Document, method: string, pathname: string) {
  for (const [template, operations] of Object.entries(document.paths)) {
    const names: string[] = [];
    const form = template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, (_, name) => {
      names.push(name);
      return '([^/]+?)';
    });
    const match = new RegExp(`^${form}$`).exec(pathname);
    const operation = operations[method.toLowerCase()];
    if (!match || !operation) continue;
    const path = names.flatMap((name, index) => {
      const { schema } = operation.parameters?.find((one) => one.name === name) ?? {};
      const right = new RegExp(String(schema?.pattern ?? '')).test(match[index + 1] ?? '');
      return right ? [] : [`${name} in the path has the wrong form`];
    });
    return { operation, path };
  }
  return undefined;
}

function examplesOf(document: Document): Example[] {
  return Object.entries(document.paths)
    .filter(([path]) => path.includes('/Messages'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        Object.entries(operation.responses ?? {}).flatMap(([status, { content }]) =>
          Object.values(content?.['application/json']?.examples ?? {}).map(({ value }) => ({
            operation: operation.operationId,
            method: method.toUpperCase(),
            path,
            status: Number(status),
            body: value,
          })),
        ),
      ),
    );
}
