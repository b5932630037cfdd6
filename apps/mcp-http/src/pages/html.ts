const made = Symbol('made by html');

/** Text that is HTML already. Only `html` makes it: what comes from outside cannot have the symbol. */
export interface Html {
  readonly [made]: true;
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | undefined | false;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML in which every value is escaped that is not HTML itself; `undefined` and `false` leave nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.reduce((text, part, index) => text + markupOf(values[index - 1]) + part);
  return { [made]: true, markup };
}

function markupOf(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  }
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return made in value ? value.markup : markupOf(String(value));
}
