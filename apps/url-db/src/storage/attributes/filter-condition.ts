import { decimalKey, isDecimal } from '../../attributes/decimal.ts';
import { matchKey, matchKeyLength } from '../../attributes/match-key.ts';
import { normalizeTag } from '../../attributes/normalize.ts';
import type { AttributeType } from '../../attributes/types.ts';
import type { Dialect } from '../dialect.ts';
import type { SqlValue } from '../sql-value.ts';
import type { AttributeFilter } from '../store.ts';

/** What one filter asks of a value. */
export interface Condition {
  readonly definitionId: number;
  /** Over the columns of a value; `%` stands for its table. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** Whether the index over match keys finds the values. */
  readonly indexed: boolean;
}

/** Undefined where no value can match: a number is asked for that is none. */
export function filterCondition(
  { position }: Dialect,
  { operator, value = '' }: AttributeFilter,
  { id: definitionId, type }: { readonly id: number; readonly type: AttributeType },
): Condition | undefined {
  const condition = (sql: string, values: readonly SqlValue[], indexed = true): Condition => {
    return { definitionId, sql, values, indexed };
  };
  const compares = operator === 'equals' || operator === 'gt' || operator === 'lt';
  if (type === 'number' && compares) {
    const number = value.trim();
    if (!isDecimal(number)) return undefined;
    const sign = { equals: '=', gt: '>', lt: '<' }[operator];
    return condition(`%.match_key ${sign} ?`, [decimalKey(number)]);
  }
  const wanted = type === 'tag' || type === 'ordered_tag' ? normalizeTag(value) : value;
  const length = [...wanted].length;
  const key = matchKey('string', wanted);
  switch (operator) {
    case 'exists':
      return condition('1 = 1', []);
    case 'equals':
      return condition('%.match_key = ? AND %.value = ?', [key, wanted]);
    // The key is the beginning of the value, so it is never on the other side.
    case 'gt':
      return condition('%.match_key >= ? AND %.value > ?', [key, wanted]);
    case 'lt':
      return condition('%.match_key <= ? AND %.value < ?', [key, wanted]);
    case 'starts_with': {
      const begins = 'substr(%.value, 1, ?) = ?';
      if (type === 'number') return condition(begins, [length, wanted], false);
      if (length >= matchKeyLength)
        return condition(`%.match_key = ? AND ${begins}`, [key, length, wanted]);
      // No text has the last code point.
      return condition('%.match_key >= ? AND %.match_key < ?', [wanted, `${wanted}\u{10ffff}`]);
    }
    case 'ends_with':
      return condition(
        'length(%.value) >= ? AND substr(%.value, length(%.value) - ? + 1) = ?',
        [length, length, wanted],
        false,
      );
    case 'contains':
      return condition(`${position('%.value')} > 0`, [wanted], false);
  }
}
