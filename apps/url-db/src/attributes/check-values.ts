import type { AttributeIssue, AttributeProblem } from './issues.ts';
import { normalize } from './normalize.ts';
import type { AttributeType } from './types.ts';

export interface GivenValue {
  /** Its place in the list that was given. */
  readonly index: number;
  readonly value: string;
  readonly orderIndex?: number | null | undefined;
}

export interface CheckedValue {
  readonly value: string;
  readonly orderIndex: number | null;
}

/** All values of one attribute: as they are kept, ordered tags in their order, or what is wrong with them. */
export function checkValues(
  name: string,
  type: AttributeType,
  given: readonly GivenValue[],
): { readonly values: readonly CheckedValue[] } | { readonly issues: readonly AttributeIssue[] } {
  const issues: AttributeIssue[] = [];
  const values: CheckedValue[] = [];
  const report = (
    index: number,
    field: AttributeIssue['field'],
    problem: AttributeProblem,
    limit?: number,
  ) => void issues.push({ index, name, type, problem, field, limit });
  const ordered = type === 'ordered_tag';
  for (const { index, value, orderIndex = null } of given) {
    const normalized = normalize(type, value);
    if ('problem' in normalized) report(index, 'value', normalized.problem, normalized.limit);
    else if (values.some((known) => known.value === normalized.value)) {
      if (type !== 'tag') report(index, 'value', ordered ? 'twice' : 'one_value');
    } else if (values.length > 0 && type !== 'tag' && !ordered) report(index, 'value', 'one_value');
    else values.push({ value: normalized.value, orderIndex });

    if (!ordered && orderIndex !== null) report(index, 'order_index', 'order_index_not_allowed');
    if (!ordered) continue;
    if (orderIndex === null || !Number.isSafeInteger(orderIndex) || orderIndex < 0)
      report(index, 'order_index', 'order_index_needed');
    else if (given.some((other) => other.index < index && other.orderIndex === orderIndex))
      report(index, 'order_index', 'order_index_twice');
  }
  if (issues.length > 0) return { issues };
  return { values: values.sort((a, b) => (a.orderIndex ?? 0) - (b.orderIndex ?? 0)) };
}
