import { decodeHTML, decodeHTMLAttribute } from 'entities';

// White space at the edges of a text belongs to the layout of the file, unless it is written as an entity.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

export function writeText(text: string): string {
  return escaped(text).replaceAll(/^\s+|\s+$/g, (edge) =>
    [...edge].map((space) => `&#${space.codePointAt(0)};`).join(''),
  );
}

export function writeAttribute(value: string): string {
  return escaped(value).replaceAll('\n', '&#10;');
}

export function readText(written: string): string {
  return decodeHTML(written.trim());
}

export function readAttribute(written: string): string {
  return decodeHTMLAttribute(written);
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, (special) => entities[special] ?? special);
}
