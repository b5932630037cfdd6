/** Words of a line, or where a quote was opened and not closed. */
export type SplitLine = { readonly words: readonly string[] } | { readonly openQuote: string };

/**
 * Splits a line as a shell would: quotes group words, a backslash keeps the next character as it is (not between single
 * quotes), and ` # …` is a comment. A `>` in front is the prompt of a document that was pasted.
 *
 * @example splitWords('> create_node a https://b.c/#d "Two words"') // { words: ['create_node', 'a', 'https://b.c/#d', 'Two words'] }
 */
export function splitWords(line: string): SplitLine {
  const text = line.replace(/^\s*(?:>\s*)?/, '');
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '\\' && quote !== "'" && isEscapable(next, quote)) {
      word = (word ?? '') + next;
      index += 1;
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word += character;
    } else if (character === '"' || character === "'") {
      // In the middle of a word it is an apostrophe: don't.
      if (word === undefined) {
        quote = character;
        word = '';
      } else word += character;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === '#' && word === undefined) break;
    else word = (word ?? '') + character;
  }
  if (quote !== undefined) return { openQuote: quote };
  return { words: word === undefined ? words : [...words, word] };
}

function isEscapable(character: string, quote: string | undefined): boolean {
  return (
    character === '\\' || character === '"' || (quote === undefined && /['\s#]/.test(character))
  );
}
