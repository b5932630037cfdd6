import { JeonboError } from '@jeonbo/core';

export const provider = 'kakao';

export function invalid(field: string, message: string): JeonboError {
  return new JeonboError('VALIDATION_ERROR', message, { provider, field });
}
