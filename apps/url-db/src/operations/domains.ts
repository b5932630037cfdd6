import * as z from 'zod';
import { domainNotFound } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { formatNodeKey } from '../keys/composite-key.ts';
import { deleted, force } from '../schemas/common.ts';
import { domain, domainChanges, domainReference, newDomain } from '../schemas/domains.ts';
import type { Domain } from '../storage/store.ts';
import { asTimestamp } from './answers/timestamp.ts';
import { adds, defineOperation, reads } from './define-operation.ts';

function domainAnswer(one: Domain): z.output<typeof domain> {
  return {
    name: one.name,
    description: one.description,
    node_count: one.nodeCount,
    ...(one.stripTracking && { strip_tracking: true as const }),
    created_at: asTimestamp(one.createdAt),
    updated_at: asTimestamp(one.updatedAt),
  };
}

export const listDomains = defineOperation({
  name: 'list_domains',
  title: { en: 'List domains', ko: '도메인 목록' },
  description: {
    en: 'All domains by name, each with the number of its nodes. URLs are kept in domains, so this shows what there is.',
    ko: '모든 도메인을 이름순으로, 각 도메인의 노드 수와 함께 보여 줍니다. URL은 도메인에 저장되므로 무엇이 있는지 볼 때 씁니다.',
  },
  input: z.strictObject({}),
  output: z.object({ domains: z.array(domain) }),
  rest: { method: 'GET', path: '/domains', status: 200 },
  errors: [],
  tool: reads,
  async run(_input, { store }) {
    return { domains: (await store.listDomains()).map(domainAnswer) };
  },
});

export const createDomain = defineOperation({
  name: 'create_domain',
  title: { en: 'Create a domain', ko: '도메인 만들기' },
  description: {
    en: 'Makes a domain, a named collection of URLs. The name is kept in lower case and cannot be changed.',
    ko: 'URL을 모아 두는 도메인을 만듭니다. 이름은 소문자로 저장되며 바꿀 수 없습니다.',
  },
  input: newDomain,
  output: domain,
  rest: { method: 'POST', path: '/domains', status: 201 },
  errors: ['CONFLICT'],
  tool: adds,
  async run({ name, description, strip_tracking }, { store }) {
    const made = await store.createDomain({
      name,
      description: description ?? null,
      stripTracking: strip_tracking,
    });
    if (made !== 'exists') return domainAnswer(made);
    throw new UrlDbError('CONFLICT', {
      words: { en: 'A domain of this name exists already', ko: '이미 있는 도메인입니다' },
      facts: { domain_name: name },
    });
  },
});

export const getDomain = defineOperation({
  name: 'get_domain',
  title: { en: 'Get a domain', ko: '도메인 조회' },
  description: {
    en: 'One domain with the number of its nodes.',
    ko: '도메인 하나를 노드 수와 함께 조회합니다.',
  },
  input: domainReference,
  output: domain,
  rest: { method: 'GET', path: '/domains/{name}', status: 200 },
  errors: ['DOMAIN_NOT_FOUND'],
  async run({ name }, { store }) {
    const found = await store.getDomain(name);
    if (!found) throw domainNotFound(name);
    return domainAnswer(found);
  },
});

export const updateDomain = defineOperation({
  name: 'update_domain',
  title: { en: 'Change a domain', ko: '도메인 수정' },
  description: {
    en: 'Changes what is given and leaves the rest; a description of null is removed.',
    ko: '보낸 항목만 바꾸고 나머지는 그대로 둡니다. description이 null이면 지웁니다.',
  },
  input: domainChanges,
  output: domain,
  rest: { method: 'PUT', path: '/domains/{name}', status: 200 },
  errors: ['DOMAIN_NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  async run({ name, description, strip_tracking }, { store, toolName }) {
    const changed = await store.updateDomain(name, { description, stripTracking: strip_tracking });
    if (!changed) throw domainNotFound(name);
    if (!('collision' in changed)) return domainAnswer(changed);
    throw new UrlDbError('CONSTRAINT_VIOLATION', {
      words: {
        en: 'Without tracking parameters two nodes would have the same URL',
        ko: '추적 파라미터를 빼면 같은 URL이 되는 노드가 있습니다',
      },
      facts: {
        composite_ids: changed.collision.map(({ id }) => formatNodeKey(toolName, name, id)),
      },
    });
  },
});

export const deleteDomain = defineOperation({
  name: 'delete_domain',
  title: { en: 'Delete a domain', ko: '도메인 삭제' },
  description: {
    en: 'Refused while the domain has nodes, unless force is true: then they are deleted too.',
    ko: '노드가 있는 도메인은 지울 수 없습니다. force가 true이면 노드까지 모두 지웁니다.',
  },
  input: domainReference.extend({ force }),
  output: deleted,
  rest: { method: 'DELETE', path: '/domains/{name}', status: 204 },
  errors: ['DOMAIN_NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  async run({ name, force: isForced }, { store }) {
    const outcome = await store.deleteDomain(name, { force: isForced });
    if (outcome === 'missing') throw domainNotFound(name);
    if (outcome === 'deleted') return { deleted: true as const };
    throw new UrlDbError('CONSTRAINT_VIOLATION', {
      words: {
        en: 'The domain has nodes. force=true deletes them too',
        ko: '노드가 있는 도메인입니다. force=true이면 노드까지 지웁니다',
      },
      facts: { domain_name: name },
    });
  },
});
