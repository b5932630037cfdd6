import { isDecimal } from './decimal.ts';
import { normalize } from './normalize.ts';
import type { AttributeType } from './types.ts';

/**
 * The type of an attribute that is set before it is defined.
 *
 * @example inferType([{ value: '4.5' }]) // 'number'
 */
export function inferType(
  inputs: readonly { readonly value: string; readonly orderIndex?: number | null | undefined }[],
): AttributeType {
  const fits = (type: AttributeType) =>
    inputs.every(({ value }) => 'value' in normalize(type, value));
  if (inputs.some(({ orderIndex }) => orderIndex !== undefined && orderIndex !== null))
    return 'ordered_tag';
  if (inputs.some(({ value }) => /[\n\r]/.test(value.trim()))) return 'markdown';
  if (inputs.length === 1 && inputs.every(({ value }) => isDecimal(value.trim()))) return 'number';
  return fits('tag') ? 'tag' : 'string';
}
