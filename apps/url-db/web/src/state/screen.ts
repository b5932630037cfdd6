import { signal } from '@preact/signals';

/** As in style/narrow.css and style/layout.css. */
const phone = matchMedia('(max-width: 759px)');

/** One column: list and node are pages of their own. */
export const isPhone = signal(phone.matches);

/** Time by which "3 minutes ago" is told. */
export const now = signal(Date.now());

const MINUTE_MS = 60_000;

export function followScreen(): void {
  phone.addEventListener('change', () => {
    isPhone.value = phone.matches;
  });
  setInterval(() => {
    now.value = Date.now();
  }, MINUTE_MS);
}
