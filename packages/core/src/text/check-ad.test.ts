import { describe, expect, it } from 'vitest';
import { checkAd } from './check-ad.ts';

const noon = new Date('2026-05-04T12:00:00+09:00');
const right = '(광고)전보상점 문의 02-1234-5678\n봄 세일\n무료수신거부 080-123-4567';
const messages = (text: string) => checkAd(text, { at: noon }).map(({ message }) => message);

describe('the form', () => {
  it.each([
    right,
    '(광고) [전보상점] 1588-1234 오늘만 반값 무료거부 0801234567',
    '(광고)전보상점 help@shop.kr\n세일\n무료수신거부: 080-1234-5678.',
    '(광고)전보상점 서울시 중구 (주소) 1층\n(무료수신거부 080-123-4567)',
    `${right}\n`,
  ])('takes %j', (text) => {
    expect(messages(text)).toEqual([]);
  });

  it.each([
    right.replace('(광고)', '[광고]'),
    right.replace('(광고)', '(광 고)'),
    right.replace('(광고)', '(광/고)'),
    right.replace('(광고)', '（광고）'),
    right.replace('(광고)', '광고'),
    right.replace('(광고)', ''),
    ` ${right}`,
    `\ufeff${right}`,
    `안녕하세요 ${right}`,
  ])('refuses the beginning of %j', (text) => {
    expect(messages(text)).toEqual(['An ad must begin with exactly (광고).']);
  });

  it.each([
    right.replace('무료수신거부', '수신거부'),
    right.replace('080-123-4567', '02-123-4567'),
    right.replace('080-123-4567', '080-12-4567'),
    right.replace(' 080-123-4567', ''),
    `${right} 지금 오세요`,
  ])('refuses the end of %j', (text) => {
    expect(messages(text)).toEqual(['An ad must end with 무료수신거부 080-ddd-dddd.']);
  });

  it('asks for a sender and a contact before the opt-out, whose number is none', () => {
    expect(messages('(광고)전보상점 봄 세일 무료수신거부 080-123-4567')).toEqual([
      'An ad must name a contact.',
    ]);
    expect(messages('(광고) 02-123-4567 무료수신거부 080-123-4567')).toEqual([
      'An ad must name the sender.',
    ]);
  });

  it('tells all that is wrong at once', () => {
    expect(checkAd('세일', { at: noon, field: 'message' })).toMatchInlineSnapshot(`
      [
        {
          "code": "AD_RULE_VIOLATION",
          "details": {
            "rule": "mark",
          },
          "field": "message",
          "message": "An ad must begin with exactly (광고).",
        },
        {
          "code": "AD_RULE_VIOLATION",
          "details": {
            "rule": "sender",
          },
          "field": "message",
          "message": "An ad must name the sender.",
        },
        {
          "code": "AD_RULE_VIOLATION",
          "details": {
            "rule": "contact",
          },
          "field": "message",
          "message": "An ad must name a contact.",
        },
        {
          "code": "AD_RULE_VIOLATION",
          "details": {
            "rule": "opt-out",
          },
          "field": "message",
          "message": "An ad must end with 무료수신거부 080-ddd-dddd.",
        },
      ]
    `);
  });
});

describe('the time', () => {
  const at = (time: string, rules: { nightConsent?: boolean; closesAt?: string } = {}) =>
    checkAd(right, { at: new Date(`2026-05-04T${time}+09:00`), ...rules }).map(({ code }) => code);

  it.each([
    ['07:59:59.999', ['AD_RULE_VIOLATION']],
    ['08:00:00', []],
    ['20:49:59', []],
    ['20:50:00', ['AD_NEAR_NIGHT']],
    ['20:59:59.999', ['AD_NEAR_NIGHT']],
    ['21:00:00', ['AD_RULE_VIOLATION']],
    ['23:59:59', ['AD_RULE_VIOLATION']],
    ['00:00:00', ['AD_RULE_VIOLATION']],
  ])('at %s in Korea: %j', (time, expected) => {
    expect(at(time)).toEqual(expected);
  });

  it.each(['07:59:59', '21:00:00', '03:00:00'])(
    'at %s with a consent only warns, since a vendor may be closed',
    (time) => {
      expect(at(time, { nightConsent: true })).toEqual(['AD_NEAR_NIGHT']);
    },
  );

  it('closes when it is told to', () => {
    expect(at('20:30:00', { closesAt: '20:30' })).toEqual(['AD_NEAR_NIGHT']);
    expect(at('20:55:00', { closesAt: '21:00' })).toEqual([]);
  });

  it('does not depend on the zone of this machine', () => {
    expect(checkAd(right, { at: new Date('2026-05-04T12:30:00Z') })).toMatchObject([
      { code: 'AD_RULE_VIOLATION' },
    ]);
  });

  it('counts an invalid date as night', () => {
    expect(checkAd(right, { at: new Date(Number.NaN) })).toMatchObject([
      { code: 'AD_RULE_VIOLATION' },
    ]);
  });
});
