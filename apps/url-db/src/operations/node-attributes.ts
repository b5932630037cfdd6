import { nodeNotFound } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { attributeReference, attributeSet, nodeAttributes } from '../schemas/attributes.ts';
import { deleted } from '../schemas/common.ts';
import { nodeReference } from '../schemas/nodes.ts';
import { attributesAnswer } from './answers/attributes.ts';
import { attributeIssuesError } from './attribute-issues.ts';
import { defineOperation, reads, replaces } from './define-operation.ts';
import { nodeKeyOf } from './keys.ts';

export const getNodeAttributes = defineOperation({
  name: 'get_node_attributes',
  title: { en: 'Get attributes of a node', ko: '노드 속성 조회' },
  description: {
    en: 'All attributes of a node with their types and values, by name.',
    ko: '노드의 모든 속성을 유형, 값과 함께 이름순으로 조회합니다.',
  },
  input: nodeReference,
  output: nodeAttributes,
  rest: { method: 'GET', path: '/nodes/{composite_id}/attributes', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND'],
  tool: reads,
  async run({ composite_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const values = await context.store.getAttributes(domainName, id);
    if (!values) throw nodeNotFound(composite_id);
    return attributesAnswer(composite_id, values);
  },
});

export const setNodeAttributes = defineOperation({
  name: 'set_node_attributes',
  title: { en: 'Set attributes of a node', ko: '노드 속성 설정' },
  description: {
    en: 'Replaces the attributes that are named and keeps the others, all or nothing. A name that the domain does not define yet gets a type that its value suggests: number, tag, string or markdown. A tag may stand several times, once for each value.',
    ko: '보낸 이름의 속성만 바꾸고 나머지는 그대로 둡니다. 하나라도 잘못되면 아무것도 바꾸지 않습니다. 도메인에 정의되지 않은 이름은 값에 맞는 유형(number, tag, string, markdown)으로 정의합니다. 태그는 값마다 하나씩 여러 번 보낼 수 있습니다.',
  },
  input: attributeSet,
  output: nodeAttributes,
  rest: { method: 'PUT', path: '/nodes/{composite_id}/attributes', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND', 'ATTRIBUTE_NOT_FOUND'],
  tool: replaces,
  async run({ composite_id, attributes }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const inputs = attributes.map(({ name, value, order_index }) => ({
      name,
      value,
      orderIndex: order_index,
    }));
    const outcome = await context.store.setAttributes(domainName, id, inputs, {
      create: context.autoCreateAttributes,
    });
    if (outcome === 'missing') throw nodeNotFound(composite_id);
    if ('issues' in outcome) throw attributeIssuesError(outcome.issues);
    if ('attributes' in outcome) return attributesAnswer(composite_id, outcome.attributes);
    throw new UrlDbError('ATTRIBUTE_NOT_FOUND', {
      words: {
        en: 'The domain does not define these attributes',
        ko: '도메인에 정의되지 않은 속성입니다',
      },
      facts: { domain_name: domainName, names: outcome.undefinedNames },
    });
  },
});

export const deleteNodeAttribute = defineOperation({
  name: 'delete_node_attribute',
  title: { en: 'Remove an attribute of a node', ko: '노드 속성 삭제' },
  description: {
    en: 'Removes all values of one name from a node. The domain keeps the attribute.',
    ko: '노드에서 한 이름의 값을 모두 지웁니다. 도메인의 속성 정의는 그대로 둡니다.',
  },
  input: attributeReference,
  output: deleted,
  rest: { method: 'DELETE', path: '/nodes/{composite_id}/attributes/{name}', status: 204 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND', 'ATTRIBUTE_NOT_FOUND'],
  async run({ composite_id, name }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const outcome = await context.store.deleteAttribute(domainName, id, name);
    if (outcome === 'missing') throw nodeNotFound(composite_id);
    if (outcome === 'deleted') return { deleted: true as const };
    throw new UrlDbError('ATTRIBUTE_NOT_FOUND', { facts: { composite_id, name } });
  },
});
