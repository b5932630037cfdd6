import type { SearchedNode } from '../dialect.ts';
import { gramsOf } from '../search/grams.ts';
import { domainGram } from '../search/marked-grams.ts';
import { searchedText } from '../search/searched-text.ts';
import { rows, type Step } from '../step.ts';

type Texts = Parameters<typeof searchedText>[0];

/** What a search looks at, in grams. */
export function cutGrams(node: Texts): string {
  return gramsOf(searchedText(node), true).join(' ');
}

/** What the index holds of a node: its grams, and one that stands for its domain. */
export function gramText(
  domainId: number,
  node: Texts & { readonly grams?: string | undefined },
): string {
  return `${node.grams ?? cutGrams(node)} ${domainGram(domainId)}`;
}

export function* indexNode(node: SearchedNode): Step<void> {
  yield* rows('UPDATE node_grams SET grams = ? WHERE rowid = ?', [
    gramText(node.domainId, node),
    node.id,
  ]);
}
