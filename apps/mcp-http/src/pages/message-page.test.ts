import { expect, it } from 'vitest';
import { pageLanguage } from './language.ts';
import { type MessageProps, messagePage } from './message-page.ts';

const props: MessageProps = {
  language: 'ko',
  text: '안녕하세요',
  createdAt: Date.UTC(2026, 10, 20, 7, 10),
  expiresAt: Date.UTC(2026, 11, 20, 7, 10),
};

it('says when it was sent, and until when it can be read', () => {
  expect(messagePage(props)).toContain(
    '<time datetime="2026-11-20T07:10:00.000Z">2026년 11월 20일 오후 4:10</time> (한국 시간) 보냄',
  );
  expect(messagePage(props)).toContain(
    '<time datetime="2026-12-20T07:10:00.000Z">2026년 12월 20일</time>까지 볼 수 있습니다.',
  );
  expect(messagePage({ ...props, language: 'en' })).toMatch(/20 November 2026 at 16:10/);
});

it('says who sent it where that is known, and nothing of it in the title', () => {
  expect(messagePage(props)).toContain('<h1>카카오톡으로 보낸 메시지</h1>');
  const named = messagePage({ ...props, from: '<b>\u202E서연' });
  expect(named).toContain('<h1><bdi>&lt;b&gt;서연</bdi>님이 보낸 메시지</h1>');
  expect(named).toContain('<title>메시지 전체 보기 · 전보</title>');
});

it('tells the language of the text apart from that of the page', () => {
  const english = messagePage({ ...props, text: 'Hello there' });
  expect(english).toContain('<html lang="ko">');
  expect(english).toContain('<div class="text" lang="en">');
});

it.each([
  ['en-US,en;q=0.9', 'en'],
  ['fr,en;q=0.8,ko;q=0.7', 'en'],
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['ja,zh', 'ko'],
  [undefined, 'ko'],
  ['kok,den', 'ko'],
])('Accept-Language %s: %s', (header, language) => {
  expect(pageLanguage(undefined, null, header)).toBe(language);
});

it('follows ui_locales before the browser', () => {
  expect(pageLanguage('en', 'ko-KR')).toBe('en');
});
