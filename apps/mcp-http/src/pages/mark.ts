import { html } from './html.ts';

/** J in Morse, as a telegram would have come: the same as the icon. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9"/><circle cx="9.5" cy="11.5" r="2.5"/><path d="M16.5 11.5h8M7.5 20.5h6M18.5 20.5h6"/></svg>`;

/** What a notice is about, at a glance; its words say the same. */
export const signs = {
  done: html`<svg class="sign done" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="24"/><path d="m15 24.8 6.2 6.2L33.4 18"/></svg>`,
  stopped: html`<svg class="sign stopped" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="24"/><path d="M15.5 24h17"/></svg>`,
  wrong: html`<svg class="sign wrong" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="24"/><path d="M24 13.5v13M24 33.9v.2"/></svg>`,
} as const;
