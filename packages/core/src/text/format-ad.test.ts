import { describe, expect, it } from 'vitest';
import { JeonboError } from '../error.ts';
import { checkAd } from './check-ad.ts';
import { formatAd } from './format-ad.ts';

const parts = {
  sender: '전보상점',
  contact: '02-1234-5678',
  text: '봄 세일\n전 품목 반값',
  optOutNumber: '0801234567',
};

describe('formatAd', () => {
  it('builds the form', () => {
    expect(formatAd(parts)).toBe(
      '(광고)전보상점 문의 02-1234-5678\n봄 세일\n전 품목 반값\n무료수신거부 080-123-4567',
    );
  });

  it.each([
    parts,
    { ...parts, contact: '서울시 중구 세종대로 110', optOutNumber: '080 1234 5678' },
    { ...parts, sender: ' Shop ', contact: 'shop.example' },
  ])('builds what checkAd takes: %j', (each) => {
    expect(checkAd(formatAd(each), { at: new Date('2026-05-04T03:00:00Z') })).toEqual([]);
  });

  it.each([
    ['sender', ' '],
    ['contact', ''],
    ['text', '\n'],
    ['optOutNumber', '02-123-4567'],
    ['optOutNumber', ''],
  ])('refuses %s %j', (field, value) => {
    expect.assertions(2);
    try {
      formatAd({ ...parts, [field]: value });
    } catch (error) {
      expect(JeonboError.is(error)).toBe(true);
      expect(error).toMatchObject({ code: 'AD_RULE_VIOLATION', field });
    }
  });
});
