import * as z from 'zod';
import { dependencyTypes } from '../storage/dependency-types.ts';
import { nodeKey, timestamp } from './common.ts';
import { described } from './described.ts';
import { node, nodeReference } from './nodes.ts';
import { text } from './text.ts';

const type = z.enum(dependencyTypes);

export const dependency = z.object({
  id: z.int(),
  composite_id: nodeKey,
  depends_on: nodeKey,
  type,
  cascade_delete: z.boolean(),
  description: z.string().nullable(),
  created_at: timestamp,
});

export const dependencyWithNode = dependency.extend({ node });

export const newDependency = nodeReference.extend({
  depends_on: described(nodeKey, { en: 'The node that is needed', ko: '의존할 노드' }),
  type: described(type.default('reference'), {
    en: 'hard: the other node cannot be deleted while this one needs it; soft and reference let it go',
    ko: 'hard: 이 노드가 의존하는 동안 상대 노드를 지울 수 없습니다. soft와 reference는 막지 않습니다',
  }),
  cascade_delete: described(z.boolean().default(false), {
    en: 'When the other node is deleted, delete this one too',
    ko: '상대 노드를 지우면 이 노드도 지웁니다',
  }),
  description: text(1000).nullish(),
});

export const dependencies = z.object({
  composite_id: nodeKey,
  dependencies: z.array(dependencyWithNode),
});

export const dependents = z.object({
  composite_id: nodeKey,
  dependents: z.array(dependencyWithNode),
});

export const dependencyReference = nodeReference.extend({ dependency_id: z.int().min(1) });
