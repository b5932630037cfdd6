import { UrlDbError } from '../errors/url-db-error.ts';
import { parseNodeKey } from '../keys/composite-key.ts';
import {
  foundNodes,
  nodeKeys,
  nodeSearch,
  nodesByKey,
  nodesPage,
  nodesQuery,
} from '../schemas/nodes.ts';
import { nodeAnswer } from './answers/node.ts';
import { nodesPageAnswer } from './answers/page.ts';
import { defineOperation, reads } from './define-operation.ts';
import { requireDomain } from './require-domain.ts';
import { keptUrl } from './urls.ts';

export const listNodes = defineOperation({
  name: 'list_nodes',
  title: { en: 'List and search nodes', ko: '노드 목록과 검색' },
  description: {
    en: 'Nodes of a domain, or of all, newest first, in pages. search keeps those that have all its words in title, URL or description, in any script and from one character.',
    ko: '도메인 하나 또는 전체의 노드를 최신순으로 나누어 보여 줍니다. search는 모든 단어가 제목, URL, 설명에 들어 있는 노드만 남깁니다. 한 글자부터, 어떤 문자로도 찾을 수 있습니다.',
  },
  input: nodesQuery,
  output: nodesPage,
  rest: { method: 'GET', path: '/nodes', status: 200 },
  errors: ['DOMAIN_NOT_FOUND'],
  tool: reads,
  async run(input, context) {
    const { domain_name, page, cursor, size, search, exact } = input;
    const found = await context.store.listNodes({
      domainName: domain_name,
      page,
      cursor,
      size,
      search: search?.trim() ? search : undefined,
      exact,
    });
    // A list that has something is the list of a domain that exists.
    if (found.totalCount === 0) await requireDomain(domain_name, context);
    return nodesPageAnswer(found, input, context);
  },
});

export const findNode = defineOperation({
  name: 'find_node_by_url',
  title: { en: 'Find a node by its URL', ko: 'URL로 노드 찾기' },
  description: {
    en: 'Whether a URL is kept: the node of the domain that is named, or, without domain_name, nodes: one from each domain that holds it.',
    ko: 'URL이 저장되어 있는지 찾습니다. domain_name을 지정하면 그 도메인의 노드를, 지정하지 않으면 이 URL이 있는 모든 도메인의 노드를 nodes로 돌려줍니다.',
  },
  input: nodeSearch,
  output: foundNodes,
  rest: { method: 'POST', path: '/nodes/find', status: 200 },
  errors: ['DOMAIN_NOT_FOUND', 'NODE_NOT_FOUND'],
  tool: reads,
  async run({ domain_name, url }, context) {
    const found = await context.store.findNodes(keptUrl(url, context), domain_name);
    const [first] = found;
    if (domain_name === undefined && first)
      return { nodes: found.map((one) => nodeAnswer(one, context)) };
    if (first) return nodeAnswer(first, context);
    await requireDomain(domain_name, context);
    throw new UrlDbError('NODE_NOT_FOUND', {
      facts: { ...(domain_name !== undefined && { domain_name }), url },
    });
  },
});

export const getNodes = defineOperation({
  name: 'get_nodes',
  title: { en: 'Get several nodes', ko: '여러 노드 조회' },
  description: {
    en: 'Up to 100 nodes by their composite keys, in the order of the keys. Keys that are malformed or have no node are in not_found.',
    ko: '합성키 최대 100개로 노드를 한 번에, 키의 순서대로 조회합니다. 형식이 틀렸거나 노드가 없는 키는 not_found에 담깁니다.',
  },
  input: nodeKeys,
  output: nodesByKey,
  rest: { method: 'POST', path: '/nodes/batch', status: 200 },
  errors: [],
  tool: reads,
  async run({ composite_ids }, context) {
    const asked = composite_ids.map((key) => ({ key, parts: parseNodeKey(key, context.toolName) }));
    const found = await context.store.getNodes(asked.flatMap(({ parts }) => parts ?? []));
    let next = 0;
    const outcomes = asked.map(({ key, parts }) => ({ key, node: parts && found[next++] }));
    return {
      nodes: outcomes.flatMap(({ node }) => (node ? [nodeAnswer(node, context)] : [])),
      not_found: outcomes.flatMap(({ key, node }) => (node ? [] : [key])),
    };
  },
});
