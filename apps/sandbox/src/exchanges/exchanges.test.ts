import { expect, it } from 'vitest';
import { createExchangeLog } from './exchange-log.ts';
import { redactHeaders, redactor } from './redact.ts';

const request = (body: string) => ({ method: 'POST', path: '/', headers: {}, body });

it('redacts keys in headers, and wherever else they stand', () => {
  const headers = new Headers({
    'X-API-KEY': 'key-0123456789',
    Authorization: 'Bearer token-0123456789',
    Cookie: 'a=b',
    Accept: '*/*',
  });
  expect(redactHeaders(headers)).toEqual({
    accept: '*/*',
    authorization: '[redacted]',
    cookie: '[redacted]',
    'x-api-key': '[redacted]',
  });
  const redact = redactor(headers);
  expect(redact('my key-0123456789 and token-0123456789')).toBe('my [redacted] and [redacted]');
  expect(redact('{"api_key": "s\\"x", "text": "a=b"}')).toBe(
    '{"api_key": "[redacted]", "text": "a=b"}',
  );
  expect(redact('grant_type=x&client_secret=abc&code=1')).toBe(
    'grant_type=x&client_secret=[redacted]&code=1',
  );
});

it('does not let a short key eat the text', () => {
  expect(redactor(new Headers({ 'X-API-KEY': 'a' }))('a banana')).toBe('a banana');
});

it('keeps so many, and less of what is large', () => {
  const log = createExchangeLog(1000);
  const large = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 1000; count += 1) log.begin('', request(large), null);
  const kept = log.all();
  const characters = kept.reduce((sum, exchange) => sum + exchange.request.body.length, 0);
  expect(kept.length).toBeGreaterThan(100);
  expect(characters).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(kept.at(-1)?.id).toBe(1000);
  expect(kept.at(-1)?.request.body).toMatch(/… \(786432 more characters\)$/);
});
