import type { CardContent, CardSocial } from '../../contract.ts';
import { linkOf } from './link.ts';
import { addressOf, countOf, objectOf, optional, textOf } from './read.ts';

export function contentOf(input: unknown, at: string): CardContent {
  const content = objectOf(input, at);
  for (const name of ['image_width', 'image_height']) {
    optional(content[name], `${at}.${name}`, countOf);
  }
  return {
    title: optional(content.title, `${at}.title`, textOf),
    description: optional(content.description, `${at}.description`, textOf),
    image: optional(content.image_url, `${at}.image_url`, addressOf),
    url: linkOf(content.link, `${at}.link`),
  };
}

const socialKinds: readonly CardSocial[] = ['like', 'comment', 'shared', 'view', 'subscriber'];

/** KakaoTalk has room for three, in this order. */
export function socialOf(input: unknown): { kind: CardSocial; count: string }[] {
  if (input === undefined || input === null) return [];
  const social = objectOf(input, 'social');
  return socialKinds
    .flatMap((kind) => {
      const count = optional(social[`${kind}_count`], `social.${kind}_count`, countOf);
      return count === null ? [] : [{ kind, count: count.toLocaleString('en') }];
    })
    .slice(0, 3);
}
