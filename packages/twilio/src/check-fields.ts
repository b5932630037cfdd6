import type { Issue } from '@jeonbo/core';
import { isSid, type SidKind, sidForm } from './sid.ts';
import type { TwilioCheckInput } from './types.ts';

/** The fields that only Twilio knows. */
export function checkFields(input: TwilioCheckInput): Issue[] {
  const { contentSid, applicationSid, validityPeriod, attempt, contentVariables } = input;
  return [
    ...checkSid('HX', contentSid, 'contentSid'),
    ...checkSid('AP', applicationSid, 'applicationSid'),
    ...wrongIf(
      validityPeriod !== undefined && !isWhole(validityPeriod, 36_000),
      'validityPeriod',
      'must be 1 to 36000 seconds',
    ),
    ...wrongIf(
      attempt !== undefined && !isWhole(attempt, Number.MAX_SAFE_INTEGER),
      'attempt',
      'must be a whole number from 1',
    ),
    ...wrongIf(
      contentVariables !== undefined && !isVariables(contentVariables),
      'contentVariables',
      'must be a JSON object',
    ),
    ...wrongIf(
      input.statusCallback !== undefined && !/^https?:\/\/[^/]/.test(String(input.statusCallback)),
      'statusCallback',
      'must be an http(s) URL',
    ),
  ];
}

function checkSid(kind: SidKind, value: string | undefined, field: string): Issue[] {
  return wrongIf(value !== undefined && !isSid(kind, value), field, `must be ${sidForm(kind)}`);
}

function isWhole(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= max;
}

function isVariables(value: unknown): boolean {
  if (typeof value !== 'string') return isObject(value);
  try {
    return isObject(JSON.parse(value));
  } catch {
    return false;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongIf(wrong: boolean, field: string, rule: string): Issue[] {
  return wrong ? [{ code: 'VALIDATION_ERROR', field, message: `${field} ${rule}.` }] : [];
}
