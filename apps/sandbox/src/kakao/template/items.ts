import type { CardContent, MessageCard } from '../../contract.ts';
import { addressOf, listOf, objectOf, optional, textOf } from './read.ts';

/** `item_content` of a feed: whose it is, what it is about, and rows as on a receipt with their sum. */
export function itemsOf(input: unknown): {
  readonly headings: readonly CardContent[];
  readonly facts: MessageCard['facts'];
} {
  if (input === undefined || input === null) return { headings: [], facts: [] };
  const content = objectOf(input, 'item_content');
  const read = (name: string) => optional(content[name], `item_content.${name}`, textOf);
  const picture = (name: string) => optional(content[name], `item_content.${name}`, addressOf);
  const rows = optional(content.items, 'item_content.items', listOf) ?? [];
  const facts: MessageCard['facts'][number][] = rows.map((row, index) => {
    const at = `item_content.items[${index}]`;
    const { item, item_op: value } = objectOf(row, at);
    return { name: textOf(item, `${at}.item`), value: textOf(value, `${at}.item_op`) };
  });
  const [sum, sumValue] = [read('sum'), read('sum_op')];
  if (sum !== null && sumValue !== null) facts.push({ name: sum, value: sumValue, isTotal: true });
  const headings = [
    { title: read('profile_text'), description: null, image: picture('profile_image_url') },
    {
      title: read('title_image_text'),
      description: read('title_image_category'),
      image: picture('title_image_url'),
    },
  ];
  const given = headings.filter((each) => Object.values(each).some((value) => value !== null));
  return { headings: given.map((each) => ({ ...each, url: null })), facts };
}
