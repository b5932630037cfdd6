import type { OauthRefusal } from '../oauth-answers.ts';
import { html } from './html.ts';
import type { PageLanguage } from './language.ts';
import { pageAnswer } from './page.ts';
import { pageTexts } from './texts.ts';

/** What the person sees where the request of the app is wrong: with the words that help its developer. */
export function errorPage({ status, body }: OauthRefusal, language: PageLanguage): Response {
  const texts = pageTexts[language];
  const hints: Readonly<Record<string, string>> = texts.hints;
  return pageAnswer(
    language,
    html`<header class="wrong"><h1>${texts.errorTitle}</h1><p>${texts.errorLead}</p></header>
<dl class="error">
<dt>${texts.errorCode}</dt><dd><strong>${body.error_code}</strong> <code>${body.error}</code></dd>
</dl>
<p class="words" lang="en">${body.error_description}</p>
<p class="hint">${hints[body.error_code] ?? ''}</p>`,
    status,
  );
}
