import type { Language } from '@jeonbo/core';
import type { Words } from '@jeonbo/tools';
import { documentOf } from './document.ts';
import { html } from './html.ts';

const words = {
  title: { en: 'One moment', ko: '이동하고 있습니다' },
  lead: {
    en: 'You are being taken to the next page.',
    ko: '다음 화면으로 이동합니다. 잠시만 기다려 주세요.',
  },
  link: { en: 'Continue', ko: '계속하기' },
  stuck: {
    en: 'If nothing happens, press the button.',
    ko: '화면이 바뀌지 않으면 버튼을 누르세요.',
  },
} as const satisfies Record<string, Words>;

/**
 * Leads a browser on at once and without a script: the answer (200) to the consent form. It starts a navigation of its
 * own, so no `form-action` has to allow what follows.
 *
 * @param props `to`: Kakao's address, or a path of ours that leads on to the client
 * @throws TypeError where `to` is neither a path nor http(s)
 */
export function handOffPage({ language, to }: { language: Language; to: string }): string {
  const href = hrefOf(to);
  const title = words.title[language];
  return documentOf(
    {
      language,
      title,
      layout: 'card',
      head: html`<meta http-equiv="refresh" content="0; url=${href}">\n`,
    },
    html`<h1>${title}</h1>
<p class="lead">${words.lead[language]}</p>
<div class="choices"><a class="button primary" href="${href}">${words.link[language]}</a></div>
<p class="foot">${words.stuck[language]}</p>`,
  );
}

function hrefOf(to: string): string {
  const anywhere = 'https://this.invalid';
  const url = new URL(to, anywhere);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('Not a web address.');
  const { pathname, search, hash } = url;
  // A quote at the beginning would end the address of a refresh at the next one; URL escapes it only in queries.
  return url.origin === anywhere ? pathname + search + hash : url.href;
}
