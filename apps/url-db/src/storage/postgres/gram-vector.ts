import { gramsOf } from '../search/grams.ts';
import { domainGram } from '../search/marked-grams.ts';
import { searchedText } from '../search/searched-text.ts';

/** The grams of a node as the text of a tsvector, and one that stands for its domain. */
export function gramVector(domainId: number, node: Parameters<typeof searchedText>[0]): string {
  return [...new Set(gramsOf(searchedText(node), false)), domainGram(domainId)]
    .map(quoted)
    .join(' ');
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html: quotes and backslashes are doubled. */
export function quoted(gram: string): string {
  return `'${gram.replaceAll(/['\\]/g, '$&$&')}'`;
}
