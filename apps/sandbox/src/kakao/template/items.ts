import type { CardContent, MessageCard } from '../../contract.ts';
import { addressOf, listOf, objectOf, optional, textOf } from './read.ts';

/** `item_content` of a feed: whose it is, a heading, and rows as on a receipt. */
export function itemsOf(input: unknown): {
  readonly heading: CardContent | null;
  readonly facts: MessageCard['facts'];
} {
  if (input === undefined || input === null) return { heading: null, facts: [] };
  const content = objectOf(input, 'item_content');
  const read = (name: string) => optional(content[name], `item_content.${name}`, textOf);
  const rows = optional(content.items, 'item_content.items', listOf) ?? [];
  const facts = rows.map((row, index) => {
    const at = `item_content.items[${index}]`;
    const { item, item_op: value } = objectOf(row, at);
    return { name: textOf(item, `${at}.item`), value: textOf(value, `${at}.item_op`) };
  });
  const [sum, sumValue] = [read('sum'), read('sum_op')];
  if (sum !== null && sumValue !== null) facts.push({ name: sum, value: sumValue });
  const title = read('title_image_text') ?? read('profile_text');
  const image = ['title_image_url', 'profile_image_url']
    .map((name) => optional(content[name], `item_content.${name}`, addressOf))
    .find((address) => address !== null);
  const description = read('title_image_category');
  const isEmpty = title === null && description === null && image === undefined;
  return {
    heading: isEmpty ? null : { title, description, image: image ?? null, url: null },
    facts,
  };
}
