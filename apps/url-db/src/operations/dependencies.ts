import type * as z from 'zod';
import type { UrlDbErrorCode } from '../errors/error-table.ts';
import { nodeNotFound } from '../errors/make-errors.ts';
import { UrlDbError, type UrlDbErrorOptions } from '../errors/url-db-error.ts';
import { formatNodeKey } from '../keys/composite-key.ts';
import { deleted } from '../schemas/common.ts';
import {
  dependencies,
  dependency,
  dependencyReference,
  dependents,
  newDependency,
} from '../schemas/dependencies.ts';
import { nodeReference } from '../schemas/nodes.ts';
import type { Dependency } from '../storage/dependency-types.ts';
import type { UrlNode } from '../storage/store.ts';
import { nodeAnswer } from './answers/node.ts';
import { asTimestamp } from './answers/timestamp.ts';
import { defineOperation } from './define-operation.ts';
import { nodeKeyOf } from './keys.ts';

interface ToolName {
  readonly toolName: string;
}

function dependencyAnswer(one: Dependency, { toolName }: ToolName): z.output<typeof dependency> {
  const keyOf = ({ domainName, id }: UrlNode) => formatNodeKey(toolName, domainName, id);
  return {
    id: one.id,
    composite_id: keyOf(one.dependent),
    depends_on: keyOf(one.dependency),
    type: one.type,
    cascade_delete: one.cascadeDelete,
    description: one.description,
    created_at: asTimestamp(one.createdAt),
  };
}

/** Why two nodes cannot depend on each other so. */
const refusals = {
  self: [
    'CONSTRAINT_VIOLATION',
    { en: 'A node cannot depend on itself', ko: '노드는 자기 자신에 의존할 수 없습니다' },
  ],
  cycle: [
    'CONSTRAINT_VIOLATION',
    {
      en: 'The other node depends on this one already, so this would be a circle',
      ko: '상대 노드가 이미 이 노드에 의존하므로 순환이 됩니다',
    },
  ],
  duplicate: [
    'CONFLICT',
    {
      en: 'This node depends on the other one already',
      ko: '이미 그 노드에 의존하고 있습니다',
    },
  ],
} as const satisfies Record<string, readonly [UrlDbErrorCode, UrlDbErrorOptions['words']]>;

export const createDependency = defineOperation({
  name: 'create_dependency',
  title: { en: 'Make a node depend on another', ko: '의존 관계 만들기' },
  description: {
    en: 'The node composite_id needs the node depends_on. Neither itself nor in a circle.',
    ko: '노드 composite_id가 노드 depends_on에 의존하게 합니다. 자기 자신이나 순환은 허용하지 않습니다.',
  },
  input: newDependency,
  output: dependency,
  rest: { method: 'POST', path: '/nodes/{composite_id}/dependencies', status: 201 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND', 'CONFLICT', 'CONSTRAINT_VIOLATION'],
  async run({ composite_id, depends_on, type, cascade_delete, description }, context) {
    const outcome = await context.store.addDependency({
      dependent: nodeKeyOf(composite_id, context),
      dependency: nodeKeyOf(depends_on, context),
      type,
      cascadeDelete: cascade_delete,
      description: description ?? null,
    });
    if (outcome === 'no_dependent') throw nodeNotFound(composite_id);
    if (outcome === 'no_dependency') throw nodeNotFound(depends_on);
    const facts = { composite_id, depends_on };
    if (typeof outcome === 'string') {
      const [code, words] = refusals[outcome];
      throw new UrlDbError(code, { words, facts });
    }
    if ('added' in outcome) return dependencyAnswer(outcome.added, context);
    const [code, words] = refusals.duplicate;
    throw new UrlDbError(code, {
      words,
      facts: { ...facts, dependency_id: outcome.duplicate.id },
    });
  },
});

export const listDependencies = defineOperation({
  name: 'list_dependencies',
  title: { en: 'What a node depends on', ko: '노드가 의존하는 노드' },
  description: {
    en: 'What a node needs, oldest first, each with the other node.',
    ko: '노드가 의존하는 노드를 오래된 순으로 보여 줍니다.',
  },
  input: nodeReference,
  output: dependencies,
  rest: { method: 'GET', path: '/nodes/{composite_id}/dependencies', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND'],
  async run({ composite_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const found = await context.store.listDependencies(domainName, id);
    if (!found) throw nodeNotFound(composite_id);
    const answers = found.map((one) => ({
      ...dependencyAnswer(one, context),
      node: nodeAnswer(one.dependency, context),
    }));
    return { composite_id, dependencies: answers };
  },
});

export const listDependents = defineOperation({
  name: 'list_dependents',
  title: { en: 'What depends on a node', ko: '노드에 의존하는 노드' },
  description: {
    en: 'What needs a node, oldest first, each with the other node.',
    ko: '이 노드에 의존하는 노드를 오래된 순으로 보여 줍니다.',
  },
  input: nodeReference,
  output: dependents,
  rest: { method: 'GET', path: '/nodes/{composite_id}/dependents', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'NODE_NOT_FOUND'],
  async run({ composite_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const found = await context.store.listDependents(domainName, id);
    if (!found) throw nodeNotFound(composite_id);
    const answers = found.map((one) => ({
      ...dependencyAnswer(one, context),
      node: nodeAnswer(one.dependent, context),
    }));
    return { composite_id, dependents: answers };
  },
});

export const deleteDependency = defineOperation({
  name: 'delete_dependency',
  title: { en: 'End a dependency', ko: '의존 관계 삭제' },
  description: {
    en: 'The node no longer depends on the other. Both stay.',
    ko: '의존 관계만 지웁니다. 두 노드는 그대로 둡니다.',
  },
  input: dependencyReference,
  output: deleted,
  rest: {
    method: 'DELETE',
    path: '/nodes/{composite_id}/dependencies/{dependency_id}',
    status: 204,
  },
  errors: ['INVALID_COMPOSITE_KEY', 'DEPENDENCY_NOT_FOUND'],
  async run({ composite_id, dependency_id }, context) {
    const { domainName, id } = nodeKeyOf(composite_id, context);
    const outcome = await context.store.removeDependency(domainName, id, dependency_id);
    if (outcome === 'removed') return { deleted: true as const };
    throw new UrlDbError('DEPENDENCY_NOT_FOUND', { facts: { composite_id, dependency_id } });
  },
});
