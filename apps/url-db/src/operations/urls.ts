import { invalid } from '../errors/make-errors.ts';
import { urlProblemWords } from '../errors/problem-words.ts';
import { parseUrl } from '../urls/parse-url.ts';
import { fillWords } from '../words.ts';

/**
 * A URL that is kept.
 *
 * @throws UrlDbError `VALIDATION_ERROR`
 */
export function keptUrl(url: string, { schemes }: { readonly schemes: readonly string[] }): string {
  const parsed = parseUrl(url, schemes);
  if ('url' in parsed) return parsed.url;
  throw invalid('url', fillWords(urlProblemWords[parsed.problem], { schemes: schemes.join(', ') }));
}
