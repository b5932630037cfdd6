import type { KakaoScope, KakaoUser } from '../../seed/seed.ts';
import { scopeFacts } from '../scopes.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { PageContext } from './log-in-page.ts';
import { mark } from './mark.ts';
import { pageAnswer } from './page.ts';
import { avatarOf } from './person.ts';
import { pageTexts } from './texts.ts';

export interface Consent {
  readonly user: KakaoUser;
  /** What is asked about. */
  readonly missing: readonly KakaoScope[];
  readonly required: readonly KakaoScope[];
  /** The person went on without what is required. */
  readonly incomplete: boolean;
}

/** One box a scope. Without a script: "all" is a button of its own. */
export function consentPage(
  { search, language, app }: PageContext,
  { user, missing, required, incomplete }: Consent,
): Response {
  const texts = pageTexts[language];
  const item = (scope: KakaoScope): Html => {
    const isRequired = required.includes(scope);
    return html`<li><label>
<input type="checkbox" name="agree" value="${scope}"${isRequired && html` required`}>
<span class="scope"><span>${scopeFacts[scope][language]}</span><code>${scope}</code></span>
<em class="${isRequired ? 'need' : 'may'}">${isRequired ? texts.required : texts.optional}</em>
</label></li>`;
  };
  const optional = missing.filter((scope) => !required.includes(scope));
  return pageAnswer(
    language,
    html`<header>${mark}<h1>${texts.consentTitle(app.name)}</h1></header>
<div class="account">${avatarOf(user)}<span class="who"><small>${texts.account}</small><strong>${user.nickname}</strong></span>
<a href="/oauth/authorize?${search}">${texts.switchUser}</a></div>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="request" value="${search}">
<input type="hidden" name="user" value="${user.id}">
${incomplete && html`<p class="alert" role="alert">${texts.incomplete}</p>`}
<fieldset><legend>${texts.items}</legend><ul class="items">
${[...required, ...optional].map(item)}
</ul></fieldset>
<div class="choices">
<button class="main" name="decision" value="all" formnovalidate>${texts.agreeAll}</button>
<button name="decision" value="chosen">${texts.agreeChosen}</button>
<button class="quiet" name="decision" value="refuse" formnovalidate>${texts.refuse}</button>
</div>
</form>
<p class="foot">${texts.returnsTo} <code>${returnPlace(new URLSearchParams(search))}</code></p>`,
  );
}

function returnPlace(query: URLSearchParams): string {
  const { origin, pathname } = new URL(query.get('redirect_uri') ?? '');
  return origin + pathname;
}
