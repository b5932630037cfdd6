import { expect, it } from 'vitest';
import { type NoticeKind, noticeStatus } from './notice-kinds.ts';
import { noticePage } from './notice-page.ts';

const kinds = Object.keys(noticeStatus) as NoticeKind[];
const text = (html: string): string => html.replace(/<[^>]*>/g, ' ');

it.each(kinds)('%s is told in both languages, to the end', (kind) => {
  const korean = text(noticePage({ language: 'ko', kind }));
  const english = text(noticePage({ language: 'en', kind }));
  expect(korean).toMatch(/[가-힣]/);
  expect(english).not.toMatch(/[가-힣]/);
  expect(korean + english).not.toMatch(/[{}]|undefined/);
});

it.each(kinds.filter((kind) => !/messageGone|notFound/.test(kind)))(
  '%s says that nothing was sent',
  (kind) => {
    const said = text(noticePage({ language: 'en', kind }));
    expect(said).toMatch(/Nothing (has been|was) sent|No message has been sent/);
  },
);

it('says how long to wait', () => {
  const wait = (language: 'ko' | 'en', retryAfter?: number) =>
    text(noticePage({ language, kind: 'tooManyRequests', retryAfter }));
  expect(wait('en', 1)).toContain('Try again in 1 second.');
  expect(wait('en', 0.2)).toContain('Try again in 1 second.');
  expect(wait('en', 600)).toContain('Try again in 10 minutes.');
  expect(wait('ko', 40)).toContain('40초 뒤에 다시 시도하세요.');
  expect(wait('ko')).toContain('60초 뒤에 다시 시도하세요.');
});

it('shows a code, cleaned and bounded, and no empty place for none', () => {
  const shown = (code?: string) =>
    /<code>(.*)<\/code>/s.exec(noticePage({ language: 'en', kind: 'badRequest', code }))?.[1];
  expect(shown('KOE006')).toBe('KOE006');
  expect(shown('<img src=x onerror=alert(1)>')).toBe('imgsrcxonerroralert1');
  expect(shown('x'.repeat(1_000))).toHaveLength(60);
  expect(shown('<>')).toBeUndefined();
  expect(shown()).toBeUndefined();
});
