import type { KakaoUser } from '../../seed/seed.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

const tints = 6;

/** The picture, or the name as Koreans shorten it: 서연 of 김서연. */
export function avatarOf({ id, nickname, image }: KakaoUser): Html {
  if (image !== undefined) {
    return html`<img class="avatar" src="${image}" alt="" referrerpolicy="no-referrer">`;
  }
  return html`<span class="avatar" data-tint="${id % tints}" aria-hidden="true">${initials(nickname)}</span>`;
}

function initials(nickname: string): string {
  const name = nickname.trim();
  if (/^[가-힣]{3,4}$/.test(name)) return name.slice(-2);
  const [first = '', ...more] = name.split(/\s+/);
  const [a = ''] = first;
  const [b = ''] = more.at(-1) ?? '';
  return (a + b).toUpperCase();
}
