import type { Context } from '../context.ts';
import { record } from '../events/record.ts';
import { row, rows, type Step } from '../step.ts';
import { getDefinition } from './definitions.ts';

/** With `force`, the values go too, and each node that had one tells of it. */
export function* deleteDefinition(
  context: Context,
  domainName: string,
  id: number,
  { force }: { readonly force: boolean },
): Step<'deleted' | 'missing' | 'in_use'> {
  const definition = yield* getDefinition(domainName, id, context.dialect.forUpdate);
  if (!definition) return 'missing';
  const used = yield* row('SELECT 1 FROM attribute_values WHERE definition_id = ? LIMIT 1', [id]);
  if (used && !force) return 'in_use';
  const nodes = yield* rows<{ id: number }>(
    'SELECT DISTINCT node_id AS id FROM attribute_values WHERE definition_id = ? ORDER BY id',
    [id],
  );
  yield* rows('DELETE FROM attribute_values WHERE definition_id = ?', [id]);
  yield* rows('DELETE FROM attribute_definitions WHERE id = ?', [id]);
  yield* record(
    context,
    nodes.map((node) => ({
      type: 'attribute.changed',
      domainName,
      nodeId: node.id,
      data: { changed: [definition.name], attributes: [] },
    })),
  );
  return 'deleted';
}
