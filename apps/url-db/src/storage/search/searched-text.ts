import { percentDecoded } from '../../urls/percent-decoded.ts';
import { fold } from './fold.ts';

/** What a search looks at: title, URL as people read it, description; on lines of their own, as no word has a line break. */
export function searchedText(node: {
  readonly title: string;
  readonly url: string;
  readonly description: string | null;
}): string {
  return fold(`${node.title}\n${percentDecoded(node.url)}\n${node.description ?? ''}`);
}
