import { checkAd, checkText } from '@jeonbo/core/text';
import { expect, it } from 'vitest';
import { describeIssues } from './issues.ts';

it('tells the figures in Korean', () => {
  const issues = checkText('가'.repeat(2001), { maxCharacters: 2000 });
  expect(describeIssues(issues, { language: 'ko' })[0]?.message).toBe(
    '메시지가 허용된 길이를 넘었습니다. (현재 2001자, 한도 2000자)',
  );
});

it('has words of its own in Korean for every rule for advertising', () => {
  const night = new Date('2026-01-01T23:00:00+09:00');
  const messages = describeIssues(checkAd('', { at: night }), { language: 'ko' }).map(
    ({ message }) => message,
  );
  expect(new Set(messages).size).toBe(5);
  for (const message of messages) expect(message).toMatch(/광고|연락처/);
});
