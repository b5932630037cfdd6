import type { Context } from '../context.ts';
import { lockNode } from '../nodes/lock-node.ts';
import { rows, type Step } from '../step.ts';
import { definitionNamed } from './definitions.ts';
import { tellOfAttributes } from './tell-of-attributes.ts';

export function* deleteAttribute(
  context: Context,
  domainName: string,
  id: number,
  name: string,
): Step<'deleted' | 'missing' | 'no_attribute'> {
  const found = yield* lockNode(context, domainName, id);
  if (!found) return 'missing';
  const definition = yield* definitionNamed(found.domainId, name);
  if (!definition) return 'no_attribute';
  const removed = yield* rows(
    'DELETE FROM attribute_values WHERE node_id = ? AND definition_id = ? RETURNING id',
    [id, definition.id],
  );
  if (removed.length === 0) return 'no_attribute';
  yield* tellOfAttributes(context, found.node, [name]);
  return 'deleted';
}
