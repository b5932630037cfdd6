import { normalForm, urlKey } from '../../urls/normal-form.ts';
import { toNode } from '../nodes/node-row.ts';
import { row, rows, type Step } from '../step.ts';
import type { UrlNode } from '../store.ts';
import type { DomainRow } from './domain-row.ts';

const pageSize = 1000;

interface UrlRow {
  readonly id: number;
  readonly url: string;
  readonly url_norm: string;
}

/**
 * Gives the nodes of a domain the normal forms of another rule. Two that would then be the same are found before either
 * is changed, as with one normal form there is never more than one node.
 */
export function* renormalize(
  domain: DomainRow,
  stripTracking: boolean,
): Step<readonly [UrlNode, UrlNode] | undefined> {
  for (let after = 0; ; ) {
    const page = yield* rows<UrlRow>(
      'SELECT id, url, url_norm FROM nodes WHERE domain_id = ? AND id > ? ORDER BY id LIMIT ?',
      [domain.id, after, pageSize],
    );
    for (const node of page) {
      const norm = normalForm(node.url, { stripTracking });
      if (norm === node.url_norm) continue;
      const key = urlKey(norm);
      const other = yield* nodeBy('n.url_key = ? AND n.domain_id = ?', [key, domain.id], domain);
      const own = other && (yield* nodeBy('n.id = ?', [node.id], domain));
      if (other && own) return [own, other];
      yield* rows('UPDATE nodes SET url_norm = ?, url_key = ? WHERE id = ?', [norm, key, node.id]);
    }
    if (page.length < pageSize) return undefined;
    after = page.at(-1)?.id ?? after;
  }
}

function* nodeBy(
  condition: string,
  values: Parameters<typeof rows>[1],
  { name }: DomainRow,
): Step<UrlNode | undefined> {
  const found = yield* row<Parameters<typeof toNode>[0]>(
    `SELECT n.id, n.url, n.title, n.description, n.created_at, n.updated_at FROM nodes n WHERE ${condition}`,
    values,
  );
  return found && toNode({ ...found, domain_name: name });
}
