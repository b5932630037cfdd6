import { domainNotFound, nodeNotFound } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { formatNodeKey } from '../keys/composite-key.ts';
import { deleted } from '../schemas/common.ts';
import { newNode, node, nodeChanges, nodeReference } from '../schemas/nodes.ts';
import { titleFromUrl } from '../urls/title-from-url.ts';
import { nodeAnswer } from './answers/node.ts';
import { adds, defineOperation, reads, replaces } from './define-operation.ts';
import { nodeKeyOf } from './keys.ts';
import { keptUrl } from './urls.ts';

export const createNode = defineOperation({
  name: 'create_node',
  title: { en: 'Add a URL', ko: 'URL 추가' },
  description: {
    en: 'Keeps a URL in a domain that exists. A URL stands once in a domain: a second time is refused with the composite_id of the first. Without a title one is made from the URL.',
    ko: '이미 있는 도메인에 URL을 저장합니다. 한 도메인에 같은 URL은 하나뿐이며, 다시 추가하면 먼저 저장된 노드의 composite_id와 함께 거절합니다. 제목이 없으면 URL에서 만듭니다.',
  },
  input: newNode,
  output: node,
  rest: { method: 'POST', path: '/nodes', status: 201 },
  errors: ['DOMAIN_NOT_FOUND', 'CONFLICT'],
  tool: adds,
  async run(input, context) {
    const url = keptUrl(input.url, context);
    const outcome = await context.store.createNode({
      domainName: input.domain_name,
      url,
      title: input.title?.trim() ? input.title : titleFromUrl(url),
      description: input.description ?? null,
    });
    if (outcome === 'no_domain') throw domainNotFound(input.domain_name);
    if ('node' in outcome) return nodeAnswer(outcome.node, context);
    throw new UrlDbError('CONFLICT', {
      words: {
        en: 'This URL is in the domain already',
        ko: '이 도메인에 이미 있는 URL입니다',
      },
      facts: {
        composite_id: formatNodeKey(context.toolName, input.domain_name, outcome.duplicate.id),
      },
    });
  },
});

export const getNode = defineOperation({
  name: 'get_node',
  title: { en: 'Get a node', ko: '노드 조회' },
  description: {
    en: 'One URL with its title and description, by its composite key.',
    ko: '합성키로 URL 하나를 제목, 설명과 함께 조회합니다.',
  },
  input: nodeReference,
  output: node,
  rest: { method: 'GET', path: '/nodes/{composite_id}', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND'],
  tool: reads,
  async run({ composite_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const found = await context.store.getNode(domainName, id);
    if (!found) throw nodeNotFound(composite_id);
    return nodeAnswer(found, context);
  },
});

export const updateNode = defineOperation({
  name: 'update_node',
  title: { en: 'Change a node', ko: '노드 수정' },
  description: {
    en: 'Changes title and description, each only where it is given; null clears it (the title is then made from the URL). The URL cannot be changed.',
    ko: '제목과 설명 가운데 보낸 것만 바꿉니다. null이면 지웁니다(제목은 URL에서 다시 만듭니다). URL은 바꿀 수 없습니다.',
  },
  input: nodeChanges,
  output: node,
  rest: { method: 'PUT', path: '/nodes/{composite_id}', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND'],
  tool: replaces,
  async run({ composite_id, title, description }, context) {
    const { store } = context;
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const generated = async () => {
      const found = await store.getNode(domainName, id);
      if (!found) throw nodeNotFound(composite_id);
      return titleFromUrl(found.url);
    };
    const isCleared = title !== undefined && !title?.trim();
    const changed = await store.updateNode(domainName, id, {
      title: isCleared ? await generated() : (title ?? undefined),
      description,
    });
    if (!changed) throw nodeNotFound(composite_id);
    return nodeAnswer(changed, context);
  },
});

export const deleteNode = defineOperation({
  name: 'delete_node',
  title: { en: 'Delete a node', ko: '노드 삭제' },
  description: {
    en: 'Deletes a URL with its attributes. Nodes that depend on it with cascade_delete go with it; while others depend on it hard it is refused. Its key is never used again.',
    ko: 'URL을 속성과 함께 지웁니다. cascade_delete로 의존하는 노드는 함께 지우고, hard로 의존하는 노드가 있으면 거절합니다. 지운 키는 다시 쓰지 않습니다.',
  },
  input: nodeReference,
  output: deleted,
  rest: { method: 'DELETE', path: '/nodes/{composite_id}', status: 204 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  tool: replaces,
  async run({ composite_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const outcome = await context.store.deleteNode(domainName, id);
    if (outcome === 'missing') throw nodeNotFound(composite_id);
    if (outcome === 'deleted') return { deleted: true as const };
    throw new UrlDbError('CONSTRAINT_VIOLATION', {
      words: { en: 'Other nodes depend on it', ko: '이 노드에 의존하는 노드가 있습니다' },
      facts: {
        dependents: outcome.hardDependents.map((one) =>
          formatNodeKey(context.toolName, one.domainName, one.id),
        ),
      },
    });
  },
});
