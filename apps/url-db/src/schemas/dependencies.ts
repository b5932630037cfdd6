import * as z from 'zod';
import { dependencyTypes } from '../storage/dependency-types.ts';
import { nodeKey, timestamp } from './common.ts';
import { node, nodeReference } from './nodes.ts';
import { text } from './text.ts';

const type = z.enum(dependencyTypes).meta({
  description:
    'hard: the other node cannot be deleted while this one needs it; soft and reference let it go',
});

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
  depends_on: nodeKey,
  type: type.default('reference'),
  cascade_delete: z
    .boolean()
    .default(false)
    .meta({ description: 'When the other node is deleted, delete this one too' }),
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
