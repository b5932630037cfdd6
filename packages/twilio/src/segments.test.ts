import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, it } from 'vitest';
import { createTwilioClient } from './index.ts';

// core holds its count to the same calculator on 100,000 texts; here is what a caller of check() sees.

const { check } = createTwilioClient();
const alphabets = ['abc XYZ 019', 'a€[]{}^~|\\', '가나다라 마', 'a가😀é', '😀👍🏽'].map((all) => [
  ...all,
]);

it('check() counts segments as Twilio’s own calculator', () => {
  for (const [index, alphabet] of alphabets.entries())
    for (let length = 1; length <= 400; length++) {
      const body = Array.from(
        { length },
        (_, at) => alphabet[(at * 7 + index + length) % alphabet.length],
      ).join('');
      const theirs = new SegmentedMessage(body);
      expect([body, check({ body }).segments]).toEqual([body, theirs.segmentsCount]);
    }
});

it.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  [`${'a'.repeat(159)}€`, 2],
  ['가'.repeat(70), 1],
  ['가'.repeat(71), 2],
  ['가'.repeat(134), 2],
  ['가'.repeat(135), 3],
  ['😀'.repeat(35), 1],
  ['😀'.repeat(36), 2],
])('%s is %i', (body, segments) => {
  expect(check({ body }).segments).toBe(segments);
});
