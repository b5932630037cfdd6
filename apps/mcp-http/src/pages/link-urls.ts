import { type Html, html } from './html.ts';

// What an address may be made of. Letters beyond ASCII only where one begins: 에서 of https://a.example/b에서 is Korean
// grammar, 한국 of https://a.example/wiki/한국 is address.
const ascii = "[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]";
const address = new RegExp(
  `https?://(?:${ascii}|(?<![A-Za-z0-9)\\]])[\\p{L}\\p{M}\\p{N}]){1,2000}`,
  'giu',
);
const particle = /(?<=\/)(?:은|는|이|가|을|를|에|에서|에게|로|으로|의|와|과|도|까지|부터)$/u;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** The text with what is an address of http or https as a link; the rest escaped. */
export function linkUrls(text: string): Html {
  const parts: Html[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const written = withoutPunctuation(found.replace(particle, ''));
    const href = safeHref(written);
    if (href === undefined) continue;
    parts.push(
      html`${text.slice(end, index)}<a href="${href}" rel="noopener noreferrer nofollow ugc">${written}</a>`,
    );
    end = index + written.length;
  }
  return html`${[...parts, html`${text.slice(end)}`]}`;
}

/** Without the end of the sentence, and without a bracket that was opened before the address. */
function withoutPunctuation(found: string): string {
  let end = found.length;
  while (end > 0) {
    const last = found.charAt(end - 1);
    const opening = closing[last];
    const kept = found.slice(0, end);
    const isOutside = opening
      ? count(kept, opening) < count(kept, last)
      : /[.,;:!?'*_~]/.test(last);
    if (!isOutside) break;
    end -= 1;
  }
  return found.slice(0, end);
}

/** Not one that hides where it leads: `https://bank.example@evil.example`, letters that look like others. */
function safeHref(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(written);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  const host = /^https?:\/\/([^/?#]*)/i.exec(written)?.[1] ?? '';
  if (username || password || !hostname.includes('.') || !/^[\w\-.:[\]가-힣]+$/.test(host))
    return undefined;
  return href;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
