import { type Html, html } from './html.ts';

/** A text with its `{name}` replaced by HTML; the text itself is escaped. */
export function fillHtml(text: string, values: Readonly<Record<string, Html>>): Html {
  const parts = text.split(/\{(\w+)\}/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : (values[part] ?? html``)))}`;
}
