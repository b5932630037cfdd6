import { errorCodes, errorTexts, httpStatus } from '@jeonbo/core';
import type { Resource } from './resource.ts';

export const errorsResource: Resource = {
  name: 'errors',
  uri: 'jeonbo://errors',
  title: { en: 'Error codes', ko: '오류 코드' },
  description: { en: 'Every error_code and what it means', ko: '모든 error_code와 그 뜻' },
  mimeType: 'application/json',
  async read(_name, { language }) {
    const codes = errorCodes.map((code) => ({
      error_code: code,
      http_status: httpStatus[code],
      meaning: errorTexts[language][code],
    }));
    return JSON.stringify(codes, null, 1);
  },
};
