import type { Context } from '../context.ts';
import { type GramQuery, holdsAll } from '../search/gram-query.ts';
import { searchedText } from '../search/searched-text.ts';
import { rows, type Step } from '../step.ts';
import type { UrlNode } from '../store.ts';
import { nodesByIds } from './read-nodes.ts';

export function* nodesInOrder(context: Context, ids: readonly number[]): Step<readonly UrlNode[]> {
  const nodes = yield* nodesByIds(context, ids);
  return ids.flatMap((id) => nodes.get(id) ?? []);
}

/**
 * Of these nodes the ids of those that hold the words, newest first. The database itself tells most of them, in a third of
 * the time; read is where it finds nothing: other cases than of ASCII, escapes of a URL.
 */
export function* hitIds(
  context: Context,
  query: GramQuery,
  ids: readonly number[],
): Step<readonly number[]> {
  const told = new Set(yield* plainHits(context, query, ids));
  const others = yield* nodesInOrder(
    context,
    ids.filter((id) => !told.has(id)),
  );
  const read = others.filter((node) => holdsAll(searchedText(node), query));
  return [...told, ...read.map(({ id }) => id)].sort((a, b) => b - a);
}

/** Each number of words is a statement of its own, and those are kept. */
const mostPlainWords = 4;

const plainTexts = ['lower(title)', 'lower(url)', 'lower(description)'];

function* plainHits(
  { dialect }: Context,
  { words }: GramQuery,
  ids: readonly number[],
): Step<readonly number[]> {
  if (words.length > mostPlainWords || ids.length === 0) return [];
  const holds = `(${plainTexts.map((text) => `${dialect.position(text)} > 0`).join(' OR ')})`;
  const found = yield* rows<{ id: number }>(
    `SELECT id FROM nodes WHERE ${dialect.among('id', 'number')}${` AND ${holds}`.repeat(words.length)}`,
    [
      dialect.list(ids),
      ...words.flatMap(({ needles: [needle = ''] }) => plainTexts.map(() => needle)),
    ],
  );
  return found.map(({ id }) => id);
}
