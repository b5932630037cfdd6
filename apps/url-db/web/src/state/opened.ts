import { computed, effect, signal, untracked } from '@preact/signals';
import { asFailure, type Failure, isAbort } from '../api/failure.ts';
import { getAttributes, getNode } from '../api/nodes.ts';
import type { Attribute, Node } from '../api/types.ts';
import { returned } from './connection.ts';
import { dropListed, listing, replaceListed } from './listing.ts';
import { route } from './route.ts';

/** The node that is looked at. What the list knows of it is there at once. */
export interface Opened {
  readonly key: string;
  readonly node: Node | null;
  /** Null until the server told them. */
  readonly attributes: readonly Attribute[] | null;
  readonly failure: Failure | null;
}

export const opened = signal<Opened | null>(null);

const change = (key: string, what: Partial<Opened>): void => {
  if (opened.value?.key === key) opened.value = { ...opened.value, ...what };
};

/** One that was saved, wherever it is shown. */
export function putNode(node: Node): void {
  change(node.composite_id, { node });
  replaceListed(node);
}

export const putAttributes = (key: string, attributes: readonly Attribute[]): void =>
  change(key, { attributes });

async function read(key: string, abort: AbortSignal): Promise<void> {
  const before = opened.peek();
  try {
    const [node, attributes] = await Promise.all([getNode(key, abort), getAttributes(key, abort)]);
    const now = opened.peek();
    change(key, { failure: null });
    // What was saved while this was on its way is newer than what it says.
    if (now?.attributes === before?.attributes) putAttributes(key, attributes);
    if (now?.node === before?.node) putNode(node);
  } catch (error) {
    if (isAbort(error)) return;
    const failure = asFailure(error);
    change(key, { failure });
    if (failure.status === 404) dropListed(key);
  }
}

/** Somebody else may have changed it. */
export function readAgain(): void {
  const key = opened.value?.key;
  if (key !== undefined) void read(key, new AbortController().signal);
}

const openedKey = computed(() => route.value.key);

/** Who holds `j` down goes past many: only where one stops is read. */
const PASSING_MS = 150;

/** Reads what the route names, again when the server came back. */
export function followOpened(): void {
  let openedAt = Number.NEGATIVE_INFINITY;
  effect(() => {
    const key = openedKey.value;
    const isAgain = returned.value > 0;
    if (key === null) {
      opened.value = null;
      return;
    }
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    untracked(() => {
      const isSame = opened.value?.key === key;
      if (isSame && !isAgain) return;
      const node = listing.value?.nodes.find(({ composite_id }) => composite_id === key) ?? null;
      if (!isSame) opened.value = { key, node, attributes: null, failure: null };
      const isPassing = performance.now() - openedAt < PASSING_MS;
      openedAt = performance.now();
      if (isPassing) timer = setTimeout(read, PASSING_MS, key, abort.signal);
      else void read(key, abort.signal);
    });
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  });
}
