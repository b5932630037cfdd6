import type { Language } from '@jeonbo/core';
import { fill } from '@jeonbo/server';
import type { Words } from '@jeonbo/tools';
import { documentOf } from './document.ts';
import { html } from './html.ts';
import { signs } from './mark.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { noticeWords } from './notice-words.ts';

export interface NoticeProps {
  readonly language: Language;
  readonly kind: NoticeKind;
  /** For whoever helps, `KOE006` or `invalid_redirect_uri`: shown small, cleaned and bounded. Never a secret. */
  readonly code?: string | undefined;
  /** Seconds to wait, with `tooManyRequests`. */
  readonly retryAfter?: number | undefined;
}

const codeLabel: Words = { en: 'Code for those who help:', ko: '문의할 때 알려 줄 코드:' };

/** Ends a flow: what happened, that nothing was sent or stored, what to do next. */
export function noticePage({ language, kind, code, retryAfter }: NoticeProps): string {
  const words: Readonly<Record<'title' | 'what' | 'next', Words> & { nothing?: Words }> =
    noticeWords[kind];
  const title = words.title[language];
  const shownCode = code?.replace(/[^\w.:-]/g, '').slice(0, 60);
  return documentOf(
    { language, title, layout: 'notice' },
    html`${signOf(kind)}
<h1>${title}</h1>
<p class="what">${words.what[language]}</p>
${words.nothing && html`<p class="nothing">${words.nothing[language]}</p>\n`}<p class="todo">${fill(words.next[language], { time: timeOf(retryAfter, language) })}</p>
${shownCode && html`<p class="code">${codeLabel[language]} <code>${shownCode}</code></p>`}`,
  );
}

function signOf(kind: NoticeKind) {
  if (kind === 'friendsAgreed' || kind === 'agreed') return signs.done;
  return kind === 'fault' || kind.startsWith('kakao') ? signs.wrong : signs.stopped;
}

function timeOf(seconds = 60, language: Language): string {
  const [count, unit] = seconds > 90 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.ceil(count)));
}
