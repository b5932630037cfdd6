/** Characters that would make an address read as another one: controls, and those that turn the direction of writing. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** As people read it: 한글 instead of %ED…; what does not decode stays. */
function readable(text: string): string {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // Not UTF-8, or a lone %.
  }
  return decoded.replace(unseen, '');
}

export interface UrlParts {
  readonly host: string;
  /** With query and fragment; empty for the root. */
  readonly path: string;
}

/** What a row shows of an address. */
export function partsOf(url: string): UrlParts {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#]*)([\s\S]*)$/iu.exec(url.trim());
  if (!match) return { host: url.replace(unseen, ''), path: '' };
  const [, host = '', rest = ''] = match;
  const path = readable(rest);
  return {
    host: host.replace(unseen, '').replace(/^www\./iu, ''),
    path: path === '/' ? '' : path,
  };
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** Where a link may lead; undefined for an address that no link of ours leads to, such as javascript:. */
export function linkTo(url: string): string | undefined {
  const parsed = parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed.href : undefined;
}

/** What may be loaded as a picture: https without telling where from, or a file that was put into the value. */
export function pictureFrom(value: string): string | undefined {
  if (/^data:image\/(?:jpeg|png|gif|webp);base64,[a-z0-9+/=]+$/iu.test(value)) return value;
  const parsed = parse(value);
  return parsed?.protocol === 'https:' ? parsed.href : undefined;
}

/** What somebody pastes or searches that is an address as a whole. */
export function asUrl(text: string): string | undefined {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/iu.test(trimmed) ? linkTo(trimmed) && trimmed : undefined;
}
