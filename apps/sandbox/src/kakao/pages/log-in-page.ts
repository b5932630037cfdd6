import type { KakaoUser } from '../../seed/seed.ts';
import type { App } from '../people.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { PageLanguage } from './language.ts';
import { inLanguage } from './language.ts';
import { mark } from './mark.ts';
import { pageAnswer } from './page.ts';
import { avatarOf } from './person.ts';
import { pageTexts } from './texts.ts';

/** What every page of one log-in knows. */
export interface PageContext {
  /** The query of the app's request, as the forms carry it on. */
  readonly search: string;
  readonly language: PageLanguage;
  readonly app: App;
}

/** Instead of an account and a password: the people of the seed, one button each. */
export function logInPage(
  { search, language, app }: PageContext,
  users: readonly KakaoUser[],
  hasJoined: (user: KakaoUser) => boolean,
): Response {
  const texts = pageTexts[language];
  const other = language === 'ko' ? 'en' : 'ko';
  const person = (
    user: KakaoUser,
  ): Html => html`<li><button class="person" name="user" value="${user.id}">
${avatarOf(user)}
<span class="who"><strong>${user.nickname}</strong><small>${user.id} · ${texts.friends(user.friends?.length ?? 0)}</small></span>
${hasJoined(user) ? html`<span class="tag">${texts.joined}</span>` : html`<span class="tag tag-new">${texts.newcomer}</span>`}
</button></li>`;
  return pageAnswer(
    language,
    html`<header>${mark}<h1>${texts.chooseTitle}</h1><p>${texts.chooseLead(app.name)}</p></header>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="request" value="${search}">
<ul class="people">
${users.map(person)}
</ul>
</form>
<p class="foot"><a href="${inLanguage(search, other)}" lang="${other}">${texts.other}</a></p>`,
  );
}
