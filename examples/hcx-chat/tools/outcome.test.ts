import {
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { ToldError } from '../told-error.ts';
import { consentLink, outcomeOf, outcomeOfError } from './outcome.ts';

const result = (structuredContent: Record<string, unknown>, isError = false) => ({
  content: [],
  structuredContent,
  isError,
});

describe('a result', () => {
  it.each([
    ['done', { success: true, sent_count: 1 }],
    ['failed', { success: false, error_code: 'NOT_A_FRIEND' }],
    ['failed', { success: false, confirmation_required: true }],
    ['unknown', { success: false, error_code: 'DELIVERY_UNKNOWN' }],
    ['unknown', { success: false, error_code: 'TIMEOUT', details: { may_have_been_sent: true } }],
    ['unknown', { success: true, sent_count: 4, unknown_count: 1 }],
    ['unknown', { success: true, failures: [{ may_have_been_sent: true }] }],
  ])('is %s: %j', (outcome, content) => {
    expect(outcomeOf(result(content))).toBe(outcome);
  });

  it('without a structure is what it says of itself', () => {
    expect(outcomeOf({ content: [] })).toBe('done');
    expect(outcomeOf({ content: [], isError: true })).toBe('failed');
  });
});

const http = (status: number) =>
  new SdkHttpError(SdkErrorCode.ClientHttpNotImplemented, 'refused', { status });

describe('a call without a result', () => {
  it.each([
    ['failed', new UnauthorizedError()],
    ['failed', new ToldError('로그인하지 않았습니다.')],
    ['failed', http(429)],
    ['failed', new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })],
    ['unknown', http(408)],
    ['unknown', http(502)],
    ['unknown', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })],
    ['unknown', new SdkError(SdkErrorCode.RequestTimeout, 'timed out')],
    ['unknown', new DOMException('stopped', 'AbortError')],
  ])('is %s: %s', (outcome, error) => {
    expect(outcomeOfError(error)).toBe(outcome);
  });
});

it.each([
  ['https://kakao.example/friends?id=1', 'https://kakao.example/friends?id=1'],
  ['http://kakao.example/friends', undefined],
  ['javascript:alert(1)', undefined],
  [7, undefined],
])('a consent that is missing has a link: %s', (consent_url, href) => {
  const given = result({
    success: false,
    error_code: 'CONSENT_REQUIRED',
    details: { consent_url },
  });
  expect(consentLink(given)?.href).toBe(href);
});
