import {
  type ListResourcesResult,
  type ReadResourceResult,
  type Resource,
  ResourceNotFoundError,
  type ResourceTemplateType,
} from '@modelcontextprotocol/server';
import { UrlDbError } from '../errors/url-db-error.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import { getDomain, listDomains } from '../operations/domains.ts';
import { getNodeAttributes } from '../operations/node-attributes.ts';
import { listNodes } from '../operations/node-lists.ts';
import { getNode } from '../operations/nodes.ts';
import { getServerInfo } from '../operations/server-info.ts';
import type { Language } from '../types.ts';
import type { Words } from '../words.ts';

const mimeType = 'application/json';
const domainTemplate = 'mcp://domains/{name}';
const nodesTemplate = 'mcp://domains/{name}/nodes';
export const nodeTemplate = 'mcp://nodes/{key}';

interface ResourceKind {
  readonly name: string;
  /** With its variable, where it has one. */
  readonly uri: string;
  readonly title: Words;
  readonly description: Words;
  read(variable: string, context: OperationContext): Promise<unknown>;
}

const kinds: readonly ResourceKind[] = [
  {
    name: 'server_info',
    uri: 'mcp://server/info',
    title: getServerInfo.title,
    description: getServerInfo.description,
    read: (_none, context) => getServerInfo.call({}, context),
  },
  {
    name: 'domain',
    uri: domainTemplate,
    title: { en: 'A domain', ko: '도메인' },
    description: getDomain.description,
    read: (name, context) => getDomain.call({ name }, context),
  },
  {
    name: 'domain_nodes',
    uri: nodesTemplate,
    title: { en: 'Nodes of a domain', ko: '도메인의 노드' },
    description: {
      en: 'The newest 100 nodes of a domain; list_nodes has the others.',
      ko: '도메인의 최신 노드 100개입니다. 나머지는 list_nodes로 볼 수 있습니다.',
    },
    read: (name, context) => listNodes.call({ domain_name: name, size: 100 }, context),
  },
  {
    name: 'node',
    uri: nodeTemplate,
    title: { en: 'A node', ko: '노드' },
    description: {
      en: 'One URL with its title, description and attributes, by its composite key.',
      ko: '합성키로 가리킨 URL 하나의 제목, 설명, 속성입니다.',
    },
    async read(key, context) {
      const input = { composite_id: key };
      const node = await getNode.call(input, context);
      const { attributes } = await getNodeAttributes.call(input, context);
      return { ...node, attributes };
    },
  },
];

export function listTemplates(language: Language): ResourceTemplateType[] {
  return kinds
    .filter(({ uri }) => uri.includes('{'))
    .map(({ uri, ...kind }) => ({ uriTemplate: uri, ...shown(kind, language) }));
}

/** Domains on a page of the list; each has two resources. */
const domainsOnPage = 50;

/** What can be read without knowing a key. Nodes are found by their template, and in the lists of their domains. */
export async function listResources(
  cursor: string | undefined,
  context: OperationContext,
): Promise<ListResourcesResult> {
  const { domains } = await listDomains.call({}, context);
  const after = cursor === undefined ? domains : domains.filter(({ name }) => name > cursor);
  const page = after.slice(0, domainsOnPage);
  const last = after.length > page.length ? page.at(-1) : undefined;
  const { language } = context;
  const own = kinds.filter(({ uri }) => !uri.includes('{'));
  return {
    resources: [
      ...(cursor === undefined
        ? own.map((kind): Resource => ({ uri: kind.uri, ...shown(kind, language) }))
        : []),
      ...page.flatMap(({ name }): Resource[] => [
        { uri: domainTemplate.replace('{name}', name), name, mimeType },
        { uri: nodesTemplate.replace('{name}', name), name: `${name}/nodes`, mimeType },
      ]),
    ],
    // A name stays where it is in the order of names, whatever comes and goes meanwhile.
    ...(last && { nextCursor: last.name }),
  };
}

const notThere: readonly string[] = [
  'DOMAIN_NOT_FOUND',
  'NODE_NOT_FOUND',
  'INVALID_COMPOSITE_KEY',
  'VALIDATION_ERROR',
];

/** @throws ResourceNotFoundError; UrlDbError for what else goes wrong */
export async function readResource(
  uri: string,
  context: OperationContext,
): Promise<ReadResourceResult> {
  for (const kind of kinds) {
    const variable = match(kind.uri, uri);
    if (variable === undefined) continue;
    try {
      const answer = await kind.read(variable, context);
      return { contents: [{ uri, mimeType, text: JSON.stringify(answer, undefined, 2) }] };
    } catch (error) {
      // Whatever is wrong with an address, nothing is there.
      if (UrlDbError.is(error) && notThere.includes(error.code))
        throw new ResourceNotFoundError(uri);
      throw error;
    }
  }
  throw new ResourceNotFoundError(uri);
}

function shown({ name, title, description }: Omit<ResourceKind, 'uri'>, language: Language) {
  return { name, title: title[language], description: description[language], mimeType };
}

/** The variable of an address; empty where its template has none, undefined where it is another's. */
function match(template: string, uri: string): string | undefined {
  const [before = '', after] = template.split(/\{\w+\}/);
  if (after === undefined) return uri === before ? '' : undefined;
  if (!uri.startsWith(before) || !uri.endsWith(after)) return undefined;
  const variable = uri.slice(before.length, uri.length - after.length);
  return variable === '' || variable.includes('/') ? undefined : decoded(variable);
}

function decoded(variable: string): string | undefined {
  try {
    return decodeURIComponent(variable);
  } catch {
    return undefined;
  }
}
