import { computed, signal } from '@preact/signals';
import { asFailure } from '../api/failure.ts';
import { deleteNode } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { announce } from './announcement.ts';
import { countNodes } from './domains.ts';
import { wordsOf } from './failure-words.ts';
import { texts } from './language.ts';
import { dropListed, listing } from './listing.ts';
import { show } from './toasts.ts';

/** Out of sight, but still there: an id never comes back, so nothing is deleted as long as it can be undone. */
const leaving = signal<ReadonlyMap<string, Node>>(new Map());

export const visibleNodes = computed<readonly Node[]>(() => {
  const nodes = listing.value?.nodes ?? [];
  if (leaving.value.size === 0) return nodes;
  return nodes.filter(({ composite_id }) => !leaving.value.has(composite_id));
});

/** How many are left, by what one sees. */
export const visibleTotal = computed(() => {
  const now = listing.value;
  return now === null ? 0 : now.total - (now.nodes.length - visibleNodes.value.length);
});

const isLeaving = (key: string): boolean => leaving.value.has(key);

function bringBack(node: Node): void {
  const others = new Map(leaving.value);
  others.delete(node.composite_id);
  leaving.value = others;
  countNodes(node.domain_name, 1);
}

/** Deletes in a few seconds, or when the page goes; until then it can be undone. */
export function deleteSoon(node: Node, afterUndo: () => void): void {
  const key = node.composite_id;
  if (isLeaving(key)) return;
  leaving.value = new Map([...leaving.value, [key, node]]);
  countNodes(node.domain_name, -1);
  show({
    words: (t) => t.deleted(node.title),
    undo: () => {
      bringBack(node);
      announce(texts.peek().undone(node.title));
      afterUndo();
    },
    end: (isPageLeaving) => void finish(node, isPageLeaving),
  });
}

async function finish(node: Node, isPageLeaving: boolean): Promise<void> {
  try {
    await deleteNode(node.composite_id, { keepalive: isPageLeaving });
  } catch (error) {
    const failure = asFailure(error);
    // Somebody else was faster.
    if (failure.status !== 404) {
      bringBack(node);
      show({ words: (t) => t.notDeleted(node.title, wordsOf(failure, t)), isBad: true });
      return;
    }
  }
  dropListed(node.composite_id);
  const others = new Map(leaving.value);
  others.delete(node.composite_id);
  leaving.value = others;
}
