/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** HTML from a template; what is filled in is text, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = strings.map((string, index) => string + asHtml(parts[index]));
  return { html: filled.join('') };
}

function asHtml(part: Part): string {
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(asHtml).join('');
  if (typeof part === 'object') return (part as Html).html;
  const codes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
  return String(part).replace(/[&<"]/g, (letter) => codes[letter] ?? letter);
}
