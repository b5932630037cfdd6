import type { Language } from '@jeonbo/core';
import type { Words } from '@jeonbo/tools';
import { documentOf } from './document.ts';
import { fillHtml } from './fill-html.ts';
import { type Html, html } from './html.ts';
import { languageOfText, messageText } from './message-text.ts';
import { plainName } from './plain-name.ts';

export interface MessageProps {
  readonly language: Language;
  readonly text: string;
  /** Who sent it, as far as it is known. */
  readonly from?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const words = {
  title: { en: 'The whole message', ko: '메시지 전체 보기' },
  heading: { en: 'A message sent by KakaoTalk', ko: '카카오톡으로 보낸 메시지' },
  headingFrom: { en: 'A message from {from}', ko: '{from}님이 보낸 메시지' },
  sent: { en: 'Sent {time}', ko: '{time} 보냄' },
  until: {
    en: 'Can be read here until {time}, by anyone who knows the address.',
    ko: '{time}까지 볼 수 있습니다. 이 주소를 아는 사람은 누구나 읽을 수 있으니 조심해서 공유하세요.',
  },
  timeZone: { en: '(Korean time)', ko: '(한국 시간)' },
} as const satisfies Record<string, Words>;

/** All of a message whose beginning a person got in KakaoTalk. */
export function messagePage(props: MessageProps): string {
  const { language, text, createdAt, expiresAt } = props;
  const from = plainName(props.from, 40);
  const heading = from
    ? fillHtml(words.headingFrom[language], { from: html`<bdi>${from}</bdi>` })
    : html`${words.heading[language]}`;
  return documentOf(
    // Not the name nor the text: a title goes where an address is passed on.
    { language, title: words.title[language], layout: 'letter' },
    html`<article>
<header>
<h1>${heading}</h1>
<p>${fillHtml(words.sent[language], { time: time(createdAt, language, 'short') })}</p>
</header>
<div class="text" lang="${languageOfText(text) ?? ''}">
${messageText(text)}</div>
</article>
<p class="until">${fillHtml(words.until[language], { time: time(expiresAt, language) })}</p>`,
  );
}

// The time zone of the reader is not known without a script.
function time(at: number, language: Language, clock?: 'short'): Html {
  const format = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'long',
    ...(clock && { timeStyle: clock }),
    timeZone: 'Asia/Seoul',
  });
  const zone = clock && ` ${words.timeZone[language]}`;
  return html`<time datetime="${new Date(at).toISOString()}">${format.format(at)}</time>${zone}`;
}
