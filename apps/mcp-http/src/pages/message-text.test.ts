import { expect, it } from 'vitest';
import { languageOfText, messageText } from './message-text.ts';

const paragraphs = (text: string): string[] =>
  messageText(text)
    .markup.split('</p>\n')
    .slice(0, -1)
    .map((each) => each.replace('<p dir="auto">', ''));

it('keeps every line break, whatever the system that wrote it', () => {
  expect(paragraphs('a\nb\r\nc\rd\u2028e')).toEqual(['a\nb\nc\nd\ne']);
  expect(paragraphs('a\n\nb')).toEqual(['a', 'b']);
  expect(paragraphs('a\n\n\n\nb\n\n\nc')).toEqual(['a', '\n\nb', '\nc']);
  expect(paragraphs('\n\n  a\n')).toEqual(['  a']);
});

it('escapes', () => {
  expect(messageText('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>').markup).toBe(
    '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n' +
      '<p dir="auto">&lt;img src=x onerror=alert(1)&gt;</p>\n',
  );
});

it('leaves out what turns letters around or cannot be seen, and nothing that a language needs', () => {
  expect(paragraphs('a\u202Eb\u202Dc\u0000d\u0008e\u007F\u0085f')).toEqual(['abcde\nf']);
  // Joined emoji, Persian with a non-joiner, marks of direction.
  const kept = '👨‍👩‍👧 می‌خواهم \u200Fשלום\u200E a\tb';
  expect(paragraphs(kept)).toEqual([kept]);
});

it.each([
  ['안녕하세요 Claude Code and MCP', 'ko'],
  ['Hello 세계, this is a long English sentence about many things', 'en'],
  ['こんにちは、東京', 'ja'],
  ['مرحبا بكم', undefined],
  ['123 🎉', undefined],
])('%s: %s', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
