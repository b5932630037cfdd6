import { domainNotFound } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { formatAttributeKey } from '../keys/composite-key.ts';
import {
  definition,
  definitionChanges,
  definitionReference,
  definitions,
  definitionsQuery,
  newDefinition,
} from '../schemas/attributes.ts';
import { deleted, force } from '../schemas/common.ts';
import type { AttributeDefinition } from '../storage/store.ts';
import { definitionAnswer } from './answers/attributes.ts';
import { adds, defineOperation, reads, replaces } from './define-operation.ts';
import { attributeKeyOf } from './keys.ts';

export const listDomainAttributes = defineOperation({
  name: 'list_domain_attributes',
  title: { en: 'List attributes of a domain', ko: '도메인 속성 목록' },
  description: {
    en: 'Which attributes the nodes of a domain may have, with their types, by name.',
    ko: '도메인의 노드가 가질 수 있는 속성을 유형과 함께 이름순으로 보여 줍니다.',
  },
  input: definitionsQuery,
  output: definitions,
  rest: { method: 'GET', path: '/domains/{domain_name}/attributes', status: 200 },
  errors: ['DOMAIN_NOT_FOUND'],
  tool: reads,
  async run({ domain_name }, context) {
    const found = await context.store.listAttributeDefinitions(domain_name);
    if (!found) throw domainNotFound(domain_name);
    return { attributes: found.map((one) => definitionAnswer(one, context)) };
  },
});

export const createDomainAttribute = defineOperation({
  name: 'create_domain_attribute',
  title: { en: 'Define an attribute', ko: '도메인 속성 만들기' },
  description: {
    en: 'Defines an attribute of a domain with a type, which cannot be changed later. Setting an attribute that is not defined may do this by itself, with a type that its value suggests.',
    ko: '도메인에 유형이 있는 속성을 정의합니다. 유형은 나중에 바꿀 수 없습니다. 정의하지 않은 속성도 값을 설정하면 값에 맞는 유형으로 자동으로 정의될 수 있습니다.',
  },
  input: newDefinition,
  output: definition,
  rest: { method: 'POST', path: '/domains/{domain_name}/attributes', status: 201 },
  errors: ['DOMAIN_NOT_FOUND', 'CONFLICT'],
  tool: adds,
  async run({ domain_name, name, type, description }, context) {
    const made = await context.store.createAttributeDefinition({
      domainName: domain_name,
      name,
      type,
      description: description ?? null,
    });
    if (made === 'no_domain') throw domainNotFound(domain_name);
    if ('duplicate' in made) throw nameTaken(made.duplicate, context.toolName);
    return definitionAnswer(made, context);
  },
});

export const getDomainAttribute = defineOperation({
  name: 'get_domain_attribute',
  title: { en: 'Get an attribute of a domain', ko: '도메인 속성 조회' },
  description: {
    en: 'One attribute of a domain, by its composite key.',
    ko: '합성키로 도메인의 속성 하나를 조회합니다.',
  },
  input: definitionReference,
  output: definition,
  rest: { method: 'GET', path: '/attributes/{composite_id}', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'ATTRIBUTE_NOT_FOUND'],
  async run({ composite_id }, context) {
    const { domainName, id } = attributeKeyOf(composite_id, context);
    const found = await context.store.getAttributeDefinition(domainName, id);
    if (!found) throw notFound(composite_id);
    return definitionAnswer(found, context);
  },
});

export const updateDomainAttribute = defineOperation({
  name: 'update_domain_attribute',
  title: { en: 'Change an attribute of a domain', ko: '도메인 속성 수정' },
  description: {
    en: 'Renames or describes an attribute; what is not given stays, a description of null is removed. The type cannot be changed.',
    ko: '속성의 이름이나 설명을 바꿉니다. 보내지 않은 항목은 그대로 두고, description이 null이면 지웁니다. 유형은 바꿀 수 없습니다.',
  },
  input: definitionChanges,
  output: definition,
  rest: { method: 'PUT', path: '/attributes/{composite_id}', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'ATTRIBUTE_NOT_FOUND', 'CONFLICT'],
  tool: replaces,
  async run({ composite_id, name, description }, context) {
    const { domainName, id } = attributeKeyOf(composite_id, context);
    const changed = await context.store.updateAttributeDefinition(domainName, id, {
      name,
      description,
    });
    if (!changed) throw notFound(composite_id);
    if ('duplicate' in changed) throw nameTaken(changed.duplicate, context.toolName);
    return definitionAnswer(changed, context);
  },
});

export const deleteDomainAttribute = defineOperation({
  name: 'delete_domain_attribute',
  title: { en: 'Delete an attribute of a domain', ko: '도메인 속성 삭제' },
  description: {
    en: 'Refused while nodes have values of it, unless force is true: then the values are deleted too.',
    ko: '값이 있는 노드가 있으면 지울 수 없습니다. force가 true이면 값까지 모두 지웁니다.',
  },
  input: definitionReference.extend({ force }),
  output: deleted,
  rest: { method: 'DELETE', path: '/attributes/{composite_id}', status: 204 },
  errors: ['INVALID_COMPOSITE_KEY', 'ATTRIBUTE_NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  tool: replaces,
  async run({ composite_id, force: isForced }, context) {
    const { domainName, id } = attributeKeyOf(composite_id, context);
    const outcome = await context.store.deleteAttributeDefinition(domainName, id, {
      force: isForced,
    });
    if (outcome === 'missing') throw notFound(composite_id);
    if (outcome === 'deleted') return { deleted: true as const };
    throw new UrlDbError('CONSTRAINT_VIOLATION', {
      words: {
        en: 'Nodes have values of this attribute. force=true deletes them too',
        ko: '이 속성의 값이 있는 노드가 있습니다. force=true이면 값까지 지웁니다',
      },
      facts: { composite_id },
    });
  },
});

function notFound(key: string): UrlDbError {
  return new UrlDbError('ATTRIBUTE_NOT_FOUND', { facts: { composite_id: key } });
}

function nameTaken({ domainName, id }: AttributeDefinition, toolName: string): UrlDbError {
  return new UrlDbError('CONFLICT', {
    words: {
      en: 'The domain has an attribute of this name already',
      ko: '도메인에 이미 있는 속성 이름입니다',
    },
    facts: { composite_id: formatAttributeKey(toolName, domainName, id) },
  });
}
