export interface Part {
  readonly kind: 'text' | 'link' | 'code';
  readonly text: string;
}

// A link ends before a Hangul particle and before the punctuation of its sentence.
const LINK = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#=%&]/gi;

/** Addresses in a text that may be opened: http and https only. */
export const linksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(LINK)].map(([link]) => link).filter((link) => URL.canParse(link))),
];

/** A text cut where a phone would underline: addresses, and the one-time code. */
export function partsOf(text: string, code: string | null): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(...withCode(text.slice(end, match.index), code));
    parts.push({ kind: 'link', text: match[0] });
    end = match.index + match[0].length;
  }
  parts.push(...withCode(text.slice(end), code));
  return parts;
}

function withCode(text: string, code: string | null): Part[] {
  const at = code === null ? -1 : text.indexOf(code);
  if (code === null || at < 0) return text === '' ? [] : [{ kind: 'text', text }];
  return [
    { kind: 'text', text: text.slice(0, at) },
    { kind: 'code', text: code },
    { kind: 'text', text: text.slice(at + code.length) },
  ];
}

/** Images a page may load: nothing but http(s) and data:image. */
export const isShowable = (address: string): boolean =>
  /^data:image\/(png|jpe?g|gif|webp|avif);/i.test(address) ||
  (/^https?:\/\//i.test(address) && URL.canParse(address));
