import type { Issue } from '@jeonbo/core';
import { pick } from '@jeonbo/core/http';
import type { KakaoTemplate } from './content-types.ts';

/** Limits that are known second-hand only: Kakao may take more, or cut it off. They stop nothing. */
export function templateWarnings(template: KakaoTemplate): Issue[] {
  const count = (...path: string[]) => {
    const list = pick(template, ...path);
    return Array.isArray(list) ? list.length : undefined;
  };
  const contents = count('contents') ?? 2;
  const items = count('itemContent', 'items') ?? 0;
  const buttons = count('buttons') ?? 0;
  const commerce = (name: string) => pick(template, 'commerce', name);
  const hasReason = commerce('discountRate') ?? commerce('fixedDiscountPrice');
  return [
    ...warningIf(
      contents < 2 || contents > 3,
      'template.contents',
      `${contents} contents; Kakao is said to show 2 or 3.`,
    ),
    ...warningIf(
      items > 5,
      'template.itemContent.items',
      `${items} items; Kakao is said to show at most 5.`,
    ),
    ...warningIf(
      pick(template, 'objectType') === 'calendar' && buttons > 1,
      'template.buttons',
      `${buttons} buttons; Kakao is said to show 1 on a calendar.`,
    ),
    ...warningIf(
      (commerce('discountPrice') === undefined) !== (hasReason === undefined),
      'template.commerce.discountPrice',
      'discountPrice is said to need discountRate or fixedDiscountPrice, and they it.',
    ),
  ];
}

function warningIf(odd: boolean, field: string, message: string): Issue[] {
  return odd ? [{ code: 'TEMPLATE_LIMIT', field, message }] : [];
}
