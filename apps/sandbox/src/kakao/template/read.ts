import { KakaoRefusal } from '../answers.ts';

// How a template_object is read: each names the field that is wrong, after the words Kakao begins with.

export type Fields = Readonly<Record<string, unknown>>;

export function wrongTemplate(at: string, why: string): KakaoRefusal {
  return new KakaoRefusal(-2, `failed to parse parameter. name=template_object, ${at} ${why}`);
}

export function objectOf(input: unknown, at: string): Fields {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Fields;
  throw wrongTemplate(at, input === undefined ? 'is required' : 'must be an object');
}

export function textOf(input: unknown, at: string): string {
  if (typeof input === 'string' && input.trim() !== '') return input;
  throw wrongTemplate(at, input === undefined ? 'is required' : 'must be a text that is not empty');
}

export function listOf(input: unknown, at: string): readonly unknown[] {
  if (Array.isArray(input)) return input;
  throw wrongTemplate(at, input === undefined ? 'is required' : 'must be a list');
}

/** A whole number from 0 up. */
export function countOf(input: unknown, at: string, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isSafeInteger(input) && (input as number) >= 0 && (input as number) <= most) {
    return input as number;
  }
  throw wrongTemplate(at, input === undefined ? 'is required' : `must be from 0 to ${most}`);
}

export function addressOf(input: unknown, at: string): string {
  if (typeof input === 'string' && /^https?:\/\/\S+$/i.test(input) && URL.canParse(input)) {
    return input;
  }
  throw wrongTemplate(at, 'must be an http(s) address');
}

/** Absent is `null`; what is there must be right. */
export function optional<T>(
  input: unknown,
  at: string,
  read: (input: unknown, at: string) => T,
): T | null {
  return input === undefined || input === null ? null : read(input, at);
}
