import { apiPrefix } from '../http/router.ts';
import type { Operation } from '../operations/define-operation.ts';
import { type OperationGroup, operationGroups } from '../operations/operations.ts';
import type { Language } from '../types.ts';
import { apiVersion } from '../version.ts';
import type { Words } from '../words.ts';
import { type JsonSchema, namedSchemas } from './components.ts';
import { requestOf } from './requests.ts';
import { commonResponses, errorSchema, responsesOf } from './responses.ts';

const description: Words = {
  en: 'URLs in domains, with typed attributes, under composite keys (tool_name:domain_name:id). Errors are flat: error is the code, message its words, Korean or by Accept-Language English.',
  ko: 'URL을 도메인별로, 유형이 있는 속성과 함께 저장합니다. 모든 리소스는 합성키(tool_name:domain_name:id)로 식별합니다. 에러 응답에는 error(코드)와 message(설명)가 있으며, 설명은 한국어가 기본이고 Accept-Language에 따라 영어로 보냅니다.',
};

const groupWords: Readonly<Record<OperationGroup, Words>> = {
  domains: { en: 'Domains', ko: '도메인' },
  nodes: { en: 'Nodes', ko: '노드' },
  attributes: { en: 'Attributes', ko: '속성' },
  dependencies: { en: 'Dependencies', ko: '의존 관계' },
  events: { en: 'Events', ko: '이벤트' },
  server: { en: 'Server', ko: '서버' },
};

export interface DocumentOptions {
  readonly language: Language;
  /** Whether callers need a token. */
  readonly needsToken: boolean;
}

/** The API in the words of OpenAPI 3.1, made from the operations and their schemas. */
export function openApiDocument({ language, needsToken }: DocumentOptions) {
  return {
    openapi: '3.1.1',
    info: { title: 'url-db', version: apiVersion, description: description[language] },
    servers: [{ url: apiPrefix }],
    tags: Object.values(groupWords).map((words) => ({ name: words[language] })),
    security: needsToken ? [{ bearer: [] }] : [],
    paths: pathsIn(language),
    components: {
      schemas: { ...namedSchemas(language), Error: errorSchema },
      responses: commonResponses(language),
      ...(needsToken && { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } }),
    },
  };
}

function pathsIn(language: Language): Readonly<Record<string, JsonSchema>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [group, operations] of Object.entries(operationGroups))
    for (const operation of operations) {
      const { path, method } = operation.rest;
      paths[path] ??= {};
      paths[path][method.toLowerCase()] = chapter(operation, group as OperationGroup, language);
    }
  return paths;
}

function chapter(operation: Operation, group: OperationGroup, language: Language): JsonSchema {
  return {
    operationId: operation.name,
    tags: [groupWords[group][language]],
    summary: operation.title[language],
    description: operation.description[language],
    ...requestOf(operation, language),
    responses: responsesOf(operation, language),
  };
}
