import { valuesOf } from '../attributes/read-values.ts';
import type { Context } from '../context.ts';
import type { Engine } from '../engine.ts';
import { type NodeRow, nodeColumns, toNode } from '../nodes/node-row.ts';
import { rows, type Step } from '../step.ts';
import type { ExportedNode } from '../store.ts';

/** Nodes to a read. They may have images. */
const chunkSize = 100;

export async function* readAll(
  engine: Engine,
  context: Context,
  domainName: string | undefined,
): AsyncGenerator<ExportedNode, void, undefined> {
  const snapshot = await engine.snapshot();
  try {
    for (let after = 0; ; ) {
      const chunk = await snapshot.read(() => chunkAfter(context, domainName, after));
      yield* chunk;
      if (chunk.length < chunkSize) return;
      after = chunk.at(-1)?.node.id ?? after;
    }
  } finally {
    await snapshot.close();
  }
}

function* chunkAfter(
  context: Context,
  domainName: string | undefined,
  after: number,
): Step<readonly ExportedNode[]> {
  const found = yield* rows<NodeRow>(
    `SELECT ${nodeColumns} FROM nodes n JOIN domains d ON d.id = n.domain_id
     WHERE n.id > ?${domainName === undefined ? '' : ' AND d.name = ?'} ORDER BY n.id LIMIT ?`,
    [after, ...(domainName === undefined ? [] : [domainName]), chunkSize],
  );
  const values = yield* valuesOf(
    context,
    found.map(({ id }) => id),
  );
  return found.map((row) => ({ node: toNode(row), attributes: values.get(row.id) ?? [] }));
}
