import type { CardContent, MessageCard } from '../../contract.ts';
import { limits } from '../limits.ts';
import { contentOf, socialOf } from './content.ts';
import { itemsOf } from './items.ts';
import { buttonsOf, linkOf } from './link.ts';
import { priceOf } from './price.ts';
import type { Fields } from './read.ts';
import { listOf, optional, textOf, wrongTemplate } from './read.ts';

/** The parts that a type has of its own. */
export type Drawn = Partial<Omit<MessageCard, 'type' | 'app'>>;

// https://developers.kakao.com/docs/latest/en/kakaotalk-message/message-template: one reader a type.
export const templateTypes = {
  text: (template: Fields): Drawn => {
    const text = textOf(template.text, 'text');
    const length = [...text].length;
    if (length > limits.textCharacters) {
      throw wrongTemplate('text', `may have ${limits.textCharacters} characters, not ${length}`);
    }
    const url = linkOf(template.link, 'link');
    const content = { title: null, description: text, image: null, url };
    return { contents: [content], buttons: buttonsOf(template, url) };
  },
  feed: (template: Fields): Drawn => {
    const content = contentOf(template.content, 'content');
    const { headings, facts } = itemsOf(template.item_content);
    return {
      contents: [content, ...headings],
      facts,
      social: socialOf(template.social),
      buttons: buttonsOf(template, content.url),
    };
  },
  list: (template: Fields): Drawn => {
    const title = textOf(template.header_title, 'header_title');
    const url = linkOf(template.header_link, 'header_link');
    const items = listOf(template.contents, 'contents');
    if (items.length === 0) throw wrongTemplate('contents', 'must not be empty');
    return {
      header: { title, url },
      contents: items.map((item, index) => contentOf(item, `contents[${index}]`)),
      buttons: buttonsOf(template, url),
    };
  },
  location: (template: Fields): Drawn => {
    const address = textOf(template.address, 'address');
    const content = contentOf(template.content, 'content');
    return {
      contents: [content],
      place: { address, title: optional(template.address_title, 'address_title', textOf) },
      social: socialOf(template.social),
      buttons: buttonsOf(template, content.url),
    };
  },
  commerce: (template: Fields): Drawn => {
    const content = contentOf(template.content, 'content');
    return {
      contents: [content],
      price: priceOf(template.commerce),
      buttons: buttonsOf(template, content.url),
    };
  },
  calendar: (template: Fields): Drawn => {
    const id = textOf(template.id, 'id');
    const kind = textOf(template.id_type, 'id_type');
    if (kind !== 'event' && kind !== 'calendar') {
      throw wrongTemplate('id_type', 'must be event or calendar');
    }
    const content: CardContent = contentOf(template.content, 'content');
    return {
      contents: [content],
      facts: [{ name: kind, value: id }],
      buttons: buttonsOf(template, content.url),
    };
  },
} as const;
