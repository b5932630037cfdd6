import type { MessageCard } from '../../contract.ts';
import type { Drawn } from './template-types.ts';

/** A card with nothing but what is given. */
export function cardOf(type: MessageCard['type'], app: string, drawn: Drawn): MessageCard {
  return {
    type,
    app,
    header: null,
    contents: [],
    facts: [],
    price: null,
    place: null,
    social: [],
    buttons: [],
    ...drawn,
  };
}

/** What one reads on a card, line by line: what the inbox searches and `waitFor` finds codes in. */
export function textOfCard({ header, contents, facts, price, place }: MessageCard): string {
  const lines = [
    header?.title,
    ...contents.flatMap(({ title, description }) => [title, description]),
    ...facts.map(({ name, value }) => `${name} ${value}`),
    price?.product,
    price?.discounted ?? price?.regular,
    place?.title,
    place?.address,
  ];
  return lines.filter((line) => typeof line === 'string').join('\n');
}

export function picturesOf({ contents }: MessageCard): readonly string[] {
  return contents.flatMap(({ image }) => (image === null ? [] : [image]));
}
