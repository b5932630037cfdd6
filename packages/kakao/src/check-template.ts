import type { Issue } from '@jeonbo/core';
import { pick } from '@jeonbo/core/http';
import { checkBlock, checkImage, checkLink, needed, wrongIf } from './check-link.ts';
import type { KakaoTemplate } from './content-types.ts';

type Check = (value: unknown, field: string) => Issue[];

/** What must be there, and what may. */
const fields: Readonly<Record<KakaoTemplate['objectType'], Readonly<Record<string, Check>>>> = {
  text: { link: checkLink, buttons: atMostTwo },
  feed: { content: checkBlock, itemContent: checkItemImages, buttons: atMostTwo },
  list: {
    headerTitle: checkWords,
    headerLink: checkLink,
    contents: checkContents,
    buttons: atMostTwo,
  },
  location: { address: checkWords, content: checkBlock, buttons: checkButtons },
  commerce: { content: checkBlock, commerce: checkCommerce, buttons: checkButtons },
  calendar: { id: checkWords, idType: checkIdType, content: checkBlock, buttons: checkButtons },
};

/** What Kakao would refuse of a template; its text is measured elsewhere. */
export function checkTemplate(template: KakaoTemplate, parent = 'template'): Issue[] {
  const type = `${pick(template, 'objectType')}`;
  if (!Object.hasOwn(fields, type)) {
    const message = `objectType must be ${Object.keys(fields).join(', ')}.`;
    return wrongIf(true, `${parent}.objectType`, message);
  }
  const both = pick(template, 'buttonTitle') !== undefined && pick(template, 'buttons');
  return [
    ...Object.entries(fields[type as KakaoTemplate['objectType']]).flatMap(([name, check]) =>
      check(pick(template, name), `${parent}.${name}`),
    ),
    ...wrongIf(Boolean(both), `${parent}.buttons`, 'buttonTitle and buttons exclude each other.'),
  ];
}

function checkWords(value: unknown, field: string): Issue[] {
  return needed(typeof value === 'string' && value.trim() !== '', field);
}

function atMostTwo(buttons: unknown, field: string): Issue[] {
  const count = Array.isArray(buttons) ? buttons.length : 0;
  return [
    ...checkButtons(buttons, field),
    ...wrongIf(count > 2, field, `${count} buttons; at most 2 are allowed.`),
  ];
}

function checkButtons(buttons: unknown = [], field: string): Issue[] {
  if (!Array.isArray(buttons)) return wrongIf(true, field, `${field} must be a list.`);
  return buttons.flatMap((button, index) => [
    ...checkWords(pick(button, 'title'), `${field}[${index}].title`),
    ...checkLink(pick(button, 'link'), `${field}[${index}].link`),
  ]);
}

function checkContents(contents: unknown, field: string): Issue[] {
  if (!Array.isArray(contents) || contents.length === 0) return needed(false, field);
  return contents.flatMap((content, index) => checkBlock(content, `${field}[${index}]`));
}

function checkItemImages(items: unknown, field: string): Issue[] {
  return ['profileImageUrl', 'titleImageUrl'].flatMap((name) =>
    checkImage(pick(items, name), `${field}.${name}`),
  );
}

function checkIdType(value: unknown, field: string): Issue[] {
  return wrongIf(
    value !== 'event' && value !== 'calendar',
    field,
    `${field} must be event or calendar.`,
  );
}

function checkCommerce(commerce: unknown, field: string): Issue[] {
  const price = (name: string) => pick(commerce, name);
  const prices = ['regularPrice', 'discountPrice', 'fixedDiscountPrice', 'discountRate'];
  const rate = price('discountRate');
  return [
    ...needed(price('regularPrice') !== undefined, `${field}.regularPrice`),
    ...prices.flatMap((name) => {
      const right = Number.isFinite(price(name) ?? 0) && Number(price(name) ?? 0) >= 0;
      return wrongIf(!right, `${field}.${name}`, `${field}.${name} must be a number from 0.`);
    }),
    ...wrongIf(Number(rate) > 100, `${field}.discountRate`, 'discountRate must be 0 to 100.'),
    ...wrongIf(
      rate !== undefined && price('fixedDiscountPrice') !== undefined,
      `${field}.fixedDiscountPrice`,
      'discountRate and fixedDiscountPrice exclude each other.',
    ),
  ];
}
