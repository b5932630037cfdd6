import { describe, expect, it } from 'vitest';
import {
  errorCodes,
  errorTexts,
  httpStatus,
  JeonboError,
  warningCodes,
  warningTexts,
} from './index.ts';

describe('JeonboError', () => {
  it('is recognised across copies of the package', async () => {
    const copy = { [Symbol.for('jeonbo.error')]: true, code: 'TIMEOUT' };
    expect(JeonboError.is(copy)).toBe(true);
    expect(JeonboError.is(new JeonboError('TIMEOUT', 'x'))).toBe(true);
    expect(JeonboError.is(new Error('x'))).toBe(false);
    expect(JeonboError.is(null)).toBe(false);
    expect(JeonboError.is('TIMEOUT')).toBe(false);
  });

  it('tells in JSON what happened, with numbers masked and without its cause', () => {
    const error = new JeonboError('API_ERROR', 'no route to 010-1234-5678 or +82 10 1234 5678', {
      provider: 'baas',
      status: 400,
      details: { rows: [{ phone: '01012345678' }], count: 3 },
      cause: new Error('secret-key'),
    });
    const json = JSON.stringify(error);
    expect(json).not.toMatch(/1234-5678|1234 5678|01012345678|secret-key|stack/);
    expect(JSON.parse(json)).toMatchObject({
      code: 'API_ERROR',
      message: 'no route to 010-****-5678 or +821****5678',
      provider: 'baas',
      status: 400,
      retryable: false,
      mayHaveBeenSent: false,
      details: { rows: [{ phone: '010-****-5678' }], count: 3 },
    });
  });

  it('keeps its cause for the program', () => {
    const cause = new Error('why');
    expect(new JeonboError('TIMEOUT', 'x', { cause }).cause).toBe(cause);
    expect('cause' in new JeonboError('TIMEOUT', 'x')).toBe(false);
  });
});

describe('the tables', () => {
  it('have a registered status and words in both languages for every code', () => {
    for (const code of errorCodes) {
      expect(httpStatus[code]).toBeGreaterThanOrEqual(400);
      expect(httpStatus[code]).toBeLessThan(600);
      expect(errorTexts.ko[code]).toMatch(/[가-힣]/);
      expect(errorTexts.en[code]).toMatch(/^[A-Z]/);
    }
    for (const code of warningCodes) {
      expect(warningTexts.ko[code]).toMatch(/[가-힣]/);
      expect(warningTexts.en[code]).toMatch(/^[A-Z]/);
    }
  });

  it('name no code twice', () => {
    const codes = [...errorCodes, ...warningCodes];
    expect(new Set(codes).size).toBe(codes.length);
  });
});
