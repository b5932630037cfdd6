import type { Language } from '@jeonbo/core';
import { consentWords } from './consent-words.ts';
import { documentOf } from './document.ts';
import { fillHtml } from './fill-html.ts';
import { type Html, html } from './html.ts';
import { plainName } from './plain-name.ts';
import { returnPlace } from './return-place.ts';

type ConsentScope = 'kakao:message' | 'kakao:friends';

/** Names of the form's fields, which the server reads. */
export const consentForm = {
  token: 'csrf',
  decision: 'decision',
  agree: 'agree',
  decline: 'decline',
} as const;

export interface ConsentProps {
  readonly language: Language;
  /** Path that the form is posted to, on this origin. */
  readonly action: string;
  /** Sent back as the field `csrf`. */
  readonly csrfToken: string;
  readonly client: {
    /** As the client calls itself: hostile until shown otherwise. */
    readonly name?: string | undefined;
    /** Of its metadata document (client-id metadata documents). Without: it registered itself, and nothing is verified. */
    readonly metadataUrl?: string | undefined;
  };
  /** The redirect URI of this request, exactly. */
  readonly redirectUri: string;
  readonly scopes: readonly ConsentScope[];
}

const places = { program: 'program', app: 'app-link', site: 'site' } as const;

/**
 * Asked before Kakao's log-in. The form is posted to `action` with `csrf` and `decision=agree|decline`.
 *
 * Answer that POST with `handOffPage`, not with a redirect: Chromium holds `form-action` against every redirect that
 * follows a form, and this one leads to Kakao, on to hosts of Kakao's that we do not know, and to the client's redirect URI.
 */
export function consentPage(props: ConsentProps): string {
  const { language, action, csrfToken, client, redirectUri, scopes } = props;
  const words = (name: keyof typeof consentWords): string => consentWords[name][language];
  const app = html`<bdi class="app">${plainName(client.name) ?? words('nameless')}</bdi>`;
  const question = scopes.includes('kakao:message') ? 'question' : 'friendsQuestion';
  const place = returnPlace(redirectUri);
  return documentOf(
    { language, title: words('title'), layout: 'card' },
    html`<h1>${fillHtml(words(question), { app })}</h1>
<h2>${words('may')}</h2>
<ul class="may">
${scopes.map((scope) => html`<li>${words(scope)}</li>\n`)}</ul>
<p class="not">${words('mayNot')}</p>
<dl class="facts">
${origin(client.metadataUrl, language)}
<div class="${places[place.kind]}"><dt>${words('where')}</dt>
<dd>${fillHtml(words(place.kind), { place: host(place.name) })}</dd></div>
</dl>
<form method="post" action="${action}">
<input type="hidden" name="${consentForm.token}" value="${csrfToken}">
${place.kind === 'site' && startedIt(language)}<div class="choices">
<button class="primary" name="${consentForm.decision}" value="${consentForm.agree}">${words('agree')}</button>
<button name="${consentForm.decision}" value="${consentForm.decline}" formnovalidate>${words('decline')}</button>
</div>
</form>
<p class="foot">${words('nothingYet')}</p>`,
  );
}

function origin(metadataUrl: string | undefined, language: Language): Html {
  const who = consentWords.who[language];
  if (metadataUrl === undefined) {
    return html`<div class="unverified"><dt>${who}</dt>
<dd>${consentWords.unverified[language]}</dd></div>`;
  }
  const place = host(new URL(metadataUrl).host);
  return html`<div><dt>${who}</dt>
<dd>${fillHtml(consentWords.described[language], { place })}</dd></div>`;
}

/**
 * What another site asks for wants a second, deliberate act: a click that was stolen from a person (a double click of which
 * the second half lands here) agrees to nothing. A program on one's own machine could not gain by that.
 */
function startedIt(language: Language): Html {
  return html`<label class="started"><input type="checkbox" required>
<span>${consentWords.startedIt[language]}</span></label>\n`;
}

function host(name: string): Html {
  return html`<b class="host" dir="ltr">${name}</b>`;
}
