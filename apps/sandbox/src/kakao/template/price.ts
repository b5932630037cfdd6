import type { CardPrice } from '../../contract.ts';
import { countOf, objectOf, optional, textOf, wrongTemplate } from './read.ts';

/** `commerce`: a price, and what is taken off it as a rate or as an amount. */
export function priceOf(input: unknown): CardPrice {
  const commerce = objectOf(input, 'commerce');
  const regular = countOf(commerce.regular_price, 'commerce.regular_price');
  const rate = optional(commerce.discount_rate, 'commerce.discount_rate', (value, at) =>
    countOf(value, at, 100),
  );
  const read = (name: string) => optional(commerce[name], `commerce.${name}`, countOf);
  const [price, fixed] = [read('discount_price'), read('fixed_discount_price')];
  if (rate !== null && fixed !== null) {
    throw wrongTemplate('commerce.discount_rate', 'and fixed_discount_price exclude each other');
  }
  const unit = optional(commerce.currency_unit, 'commerce.currency_unit', textOf) ?? '원';
  const position = optional(
    commerce.currency_unit_position,
    'currency_unit_position',
    (value, at) => countOf(value, `commerce.${at}`, 1),
  );
  // 0: behind the amount, as 원 is written. 1: before it.
  const show = (amount: number) => {
    const digits = amount.toLocaleString('en');
    return position === 1 ? `${unit}${digits}` : `${digits}${unit}`;
  };
  return {
    product: optional(commerce.product_name, 'commerce.product_name', textOf),
    regular: show(regular),
    discounted: price === null ? null : show(price),
    discount: rate !== null ? `${rate}%` : fixed !== null ? show(fixed) : null,
  };
}
