import { html } from './html.ts';

/** A speech bubble in yellow: says which provider it is, without its trade mark. */
export const mark = html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><rect width="48" height="48" rx="14"/><path d="M24 13c-7.2 0-13 4.4-13 9.9 0 3.5 2.4 6.6 6 8.3l-1.2 4.9 5.5-3.5c.9.1 1.8.2 2.7.2 7.2 0 13-4.4 13-9.9S31.2 13 24 13Z"/></svg>`;
