import type { Context } from '../context.ts';
import type { Step } from '../step.ts';
import type { AttributesOutcome, NodeAttributesInput } from '../store.ts';
import { setAttributes } from './set-attributes.ts';

/** In the order of their ids, so that two of us never wait for each other. */
export function* setAttributesOfMany(
  context: Context,
  nodes: readonly NodeAttributesInput[],
  options: { readonly create: boolean },
): Step<readonly AttributesOutcome[]> {
  const outcomes = new Map<NodeAttributesInput, AttributesOutcome>();
  for (const node of nodes.toSorted((a, b) => a.id - b.id)) {
    const { domainName, id, inputs } = node;
    outcomes.set(node, yield* setAttributes(context, domainName, id, inputs, options));
  }
  return nodes.map((node) => outcomes.get(node) ?? 'missing');
}
