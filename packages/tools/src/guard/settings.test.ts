import { describe, expect, it } from 'vitest';
import { checkGuardSettings, readGuardSettings } from './settings.ts';

const book = '[{"id":"kim","name":"김민수","phone_number":"010-1234-5678"}]';
const problemsOf = (env: Record<string, string>, file = book) =>
  checkGuardSettings(env, () => file).problems;

describe('readGuardSettings', () => {
  it('is careful by default', () => {
    expect(readGuardSettings({})).toEqual({
      dryRun: false,
      recipients: 'any',
      allowed: null,
      book: null,
      sendLimit: 1000,
      duplicateWindowMs: 300_000,
      confirm: 'bulk',
    });
  });

  it('takes an empty value for none', () => {
    expect(readGuardSettings({ JEONBO_SEND_LIMIT: ' ', JEONBO_CONFIRM: '' })).toEqual(
      readGuardSettings({}),
    );
  });

  it.each([
    ['5m', 300_000],
    ['300', 300_000],
    ['90s', 90_000],
    ['1h', 3_600_000],
    ['0', 0],
  ])('reads a duplicate window of %s', (value, expected) => {
    expect(readGuardSettings({ JEONBO_DUPLICATE_WINDOW: value }).duplicateWindowMs).toBe(expected);
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['off', false],
  ])('reads JEONBO_DRY_RUN=%s', (value, expected) => {
    expect(readGuardSettings({ JEONBO_DRY_RUN: value }).dryRun).toBe(expected);
  });

  it('takes the strictest mode that the lists allow', () => {
    const read = (env: Record<string, string>) => readGuardSettings(env, () => book).recipients;
    expect(read({ JEONBO_ALLOWED_RECIPIENTS: '010-1234-5678' })).toBe('allowed');
    expect(read({ JEONBO_RECIPIENT_BOOK: 'book.json' })).toBe('book');
    expect(read({ JEONBO_RECIPIENT_BOOK: 'book.json', JEONBO_ALLOWED_RECIPIENTS: '010' })).toBe(
      'book',
    );
  });

  it.each([
    ['JEONBO_DRY_RUN', 'maybe'],
    ['JEONBO_SEND_LIMIT', '-1'],
    ['JEONBO_SEND_LIMIT', '1.5'],
    ['JEONBO_DUPLICATE_WINDOW', '5 minutes'],
    ['JEONBO_CONFIRM', 'sometimes'],
    ['JEONBO_RECIPIENTS', 'everybody'],
    ['JEONBO_RECIPIENTS', 'book'],
    ['JEONBO_RECIPIENTS', 'allowed'],
    ['JEONBO_ALLOWED_RECIPIENTS', 'my friends'],
    ['JEONBO_ALLOWED_RECIPIENTS', ' , '],
  ])('names %s=%s as wrong', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toMatchObject([{ variable }]);
    expect(() => readGuardSettings({ [variable]: value })).toThrow(variable);
  });

  it('refuses to say any beside a list', () => {
    const env = { JEONBO_RECIPIENTS: 'any', JEONBO_ALLOWED_RECIPIENTS: '010-1234-5678' };
    expect(problemsOf(env)).toMatchObject([{ variable: 'JEONBO_RECIPIENTS' }]);
  });

  it.each([
    ['not JSON', '{'],
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a wrong number', '[{"id":"a","name":"b","phone_number":"12"}]'],
    ['an unknown field', '[{"id":"a","name":"b","phone_number":"010-1234-5678","age":3}]'],
    ['an id twice', `[${book.slice(1, -1)},${book.slice(1, -1)}]`],
  ])('refuses a book that is %s, without repeating it', (_, file) => {
    const [problem] = problemsOf({ JEONBO_RECIPIENT_BOOK: 'book.json' }, file);
    expect(problem?.variable).toBe('JEONBO_RECIPIENT_BOOK');
    expect(problem?.problem).not.toContain('010');
  });

  it('names every wrong variable at once', () => {
    expect(() => readGuardSettings({ JEONBO_CONFIRM: 'x', JEONBO_SEND_LIMIT: 'y' })).toThrow(
      /JEONBO_SEND_LIMIT: .*JEONBO_CONFIRM: /,
    );
  });
});
