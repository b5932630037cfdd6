import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listTool } from '../listing.ts';
import { apiKey, createBench, sms } from '../testing/bench.ts';
import { checkMessage } from './check-message.ts';

// Ads are checked against the hour in Korea: 12:00 there.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 20, 3) }));
afterEach(() => vi.useRealTimers());

const check = (input: Record<string, unknown>, env: Record<string, string> = {}) => {
  const { call, sandbox } = createBench({ env });
  return call('check_message', input).then((result) => ({ ...result, sandbox }));
};

describe('check_message', () => {
  it('is listed so', () => {
    expect(listTool(checkMessage, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": false,
          "idempotentHint": true,
          "openWorldHint": false,
          "readOnlyHint": true,
        },
        "description": "Checks a message without sending it and without a network: SMS, LMS or MMS, bytes, characters that carriers cannot show, advertising rules, numbers, and what the guard rails would refuse. Use it before a bulk or advertising send, or when a text is being written.",
        "inputSchema": {
          "additionalProperties": false,
          "properties": {
            "callback_number": {
              "description": "Sender number registered with BaaS",
              "type": "string",
            },
            "message": {
              "description": "Text, at most 2000 characters",
              "maxLength": 2000,
              "type": "string",
            },
            "purpose": {
              "description": "ad applies the advertising rules",
              "enum": [
                "transactional",
                "ad",
                "otp",
              ],
              "type": "string",
            },
            "recipients": {
              "description": "Mobile numbers (010-1234-5678) with your member code of each; variables fill #{name} in the message",
              "items": {
                "additionalProperties": false,
                "properties": {
                  "member_code": {
                    "type": "string",
                  },
                  "phone_number": {
                    "type": "string",
                  },
                  "variables": {
                    "additionalProperties": {
                      "type": [
                        "string",
                        "number",
                      ],
                    },
                    "type": "object",
                  },
                },
                "required": [
                  "phone_number",
                  "member_code",
                ],
                "type": "object",
              },
              "maxItems": 1000,
              "minItems": 1,
              "type": "array",
            },
            "subject": {
              "description": "Title, at most 40 characters",
              "maxLength": 40,
              "type": "string",
            },
          },
          "required": [
            "message",
          ],
          "type": "object",
        },
        "name": "check_message",
        "outputSchema": {
          "anyOf": [
            {
              "required": [
                "kind",
                "bytes",
                "segments",
                "errors",
                "warnings",
                "suggestions",
              ],
            },
            {
              "required": [
                "success",
                "error",
                "error_code",
              ],
            },
          ],
          "properties": {
            "bytes": {
              "type": "integer",
            },
            "details": {
              "type": "object",
            },
            "error": {
              "type": "string",
            },
            "error_code": {
              "type": "string",
            },
            "errors": {
              "items": {
                "properties": {
                  "code": {
                    "type": "string",
                  },
                  "field": {
                    "type": "string",
                  },
                  "message": {
                    "type": "string",
                  },
                  "position": {
                    "type": "integer",
                  },
                  "suggestion": {
                    "type": "string",
                  },
                },
                "required": [
                  "code",
                  "field",
                  "message",
                ],
                "type": "object",
              },
              "type": "array",
            },
            "kind": {
              "type": [
                "string",
                "null",
              ],
            },
            "segments": {
              "type": "integer",
            },
            "success": {
              "type": "boolean",
            },
            "suggestions": {
              "items": {
                "type": "string",
              },
              "type": "array",
            },
            "warnings": {
              "items": {
                "properties": {
                  "code": {
                    "type": "string",
                  },
                  "field": {
                    "type": "string",
                  },
                  "message": {
                    "type": "string",
                  },
                  "position": {
                    "type": "integer",
                  },
                  "suggestion": {
                    "type": "string",
                  },
                },
                "required": [
                  "code",
                  "field",
                  "message",
                ],
                "type": "object",
              },
              "type": "array",
            },
          },
          "type": "object",
        },
        "title": "Check a message",
      }
    `);
  });

  it('measures, without a network', async () => {
    const { structuredContent, sandbox } = await check({ message: '안녕하세요' });
    expect(structuredContent).toEqual({
      kind: 'SMS',
      bytes: 10,
      segments: 1,
      errors: [],
      warnings: [],
      suggestions: [],
    });
    expect(sandbox.exchanges()).toEqual([]);
  });

  it('tells a long message, and an MMS by its subject', async () => {
    const long = await check({ message: '가'.repeat(46) });
    expect(long.structuredContent).toMatchObject({
      kind: 'LMS',
      warnings: [{ code: 'LONGER_THAN_SMS' }],
    });
    const titled = await check({ message: 'a', subject: 'b' });
    expect(titled.structuredContent.kind).not.toBe('SMS');
  });

  it('suggests what can be shown', async () => {
    const { structuredContent, text } = await check({ message: '₩1000 — 할인' });
    expect(structuredContent.suggestions).toEqual(['₩ → 원', '— → -']);
    expect(text).toContain('₩ → 원');
  });

  it('reports all at once: errors are findings here, not failures', async () => {
    const { structuredContent, isError } = await check(
      sms({
        message: `세일 ${apiKey}`,
        purpose: 'ad',
        callback_number: '050-1234-5678',
        recipients: [{ phone_number: '010-99', member_code: 'a' }],
      }),
      { JEONBO_ALLOWED_RECIPIENTS: '010-1234' },
    );
    expect(isError).toBe(false);
    const codes = (structuredContent.errors as { code: string }[]).map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set([
        'INVALID_PHONE_NUMBER',
        'INVALID_CALLBACK_NUMBER',
        'AD_RULE_VIOLATION',
        'RECIPIENT_NOT_ALLOWED',
        'SECRET_IN_MESSAGE',
      ]),
    );
    expect(JSON.stringify(structuredContent)).not.toContain(apiKey);
  });

  it('measures the heaviest of the filled texts and names a missing variable', async () => {
    const recipients = ['짧음', '아주 긴 이름입니다'].map((name, index) => ({
      phone_number: `010-1234-567${index}`,
      member_code: `m${index}`,
      variables: { name },
    }));
    const { structuredContent } = await check({ message: '#{name}', recipients });
    expect(structuredContent).toMatchObject({ bytes: 18, errors: [] });
    const missing = await check({ message: '#{other}', recipients });
    expect(missing.structuredContent).toMatchObject({ errors: [{ code: 'VALIDATION_ERROR' }] });
  });

  it('finds a right advertisement right', async () => {
    const message = '(광고)전보상점 봄 세일\n문의 02-1234-5678\n무료수신거부 080-123-4567';
    expect((await check({ message, purpose: 'ad' })).structuredContent).toMatchObject({
      errors: [],
    });
  });

  it('speaks Korean', async () => {
    const { call } = createBench({ language: 'ko' });
    const { structuredContent } = await call('check_message', { message: '' });
    expect(structuredContent).toMatchObject({
      errors: [{ message: '메시지 내용이 비어 있습니다.' }],
    });
  });
});
