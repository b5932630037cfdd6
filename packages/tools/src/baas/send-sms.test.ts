import { afterEach, describe, expect, it, vi } from 'vitest';
import { callTool } from '../call-tool.ts';
import { listTool } from '../listing.ts';
import { createBench, people, sms } from '../testing/bench.ts';
import { sendSms } from './send-sms.ts';

describe('send_sms', () => {
  it('accepts one recipient and does not claim delivery', async () => {
    const { call, sandbox, audit } = createBench();
    const result = await call('send_sms', sms());
    expect(result).toMatchInlineSnapshot(`
      {
        "isError": false,
        "structuredContent": {
          "failed_count": 0,
          "group_id": 10001,
          "message": "Accepted for 1 recipient. Accepted is not delivered: ask get_message_status.",
          "sent_count": 1,
          "success": true,
          "warnings": [],
        },
        "text": "Accepted for 1 recipient. Accepted is not delivered: ask get_message_status. group_id: 10001",
      }
    `);
    expect(sandbox.messages()).toMatchObject([{ to: '010-1234-5678', text: 'Hello', kind: 'SMS' }]);
    expect(audit.events).toEqual([]);
  });

  it('says the same in Korean', async () => {
    const { call } = createBench({ language: 'ko' });
    const { text } = await call('send_sms', sms({ message: '안녕하세요' }));
    expect(text).toMatchInlineSnapshot(
      `"1명 발송이 접수되었습니다. 접수는 수신 완료가 아니므로 get_message_status로 확인하세요. group_id: 10001"`,
    );
  });

  it('sends to 1000 in one request', async () => {
    const { call, sandbox } = createBench({ env: { JEONBO_CONFIRM: 'never' } });
    const { structuredContent } = await call('send_sms', sms({ recipients: people(1000) }));
    expect(structuredContent).toMatchObject({ success: true, sent_count: 1000, failed_count: 0 });
    expect(sandbox.exchanges()).toHaveLength(1);
  });
});

describe('texts that differ by recipient', () => {
  it('go in a request each, and each is a step of progress', async () => {
    const { context, toolset, sandbox } = createBench();
    const recipients = people(3).map((person, index) => ({ ...person, variables: { n: index } }));
    const steps: number[][] = [];
    const { structuredContent } = await callTool(
      toolset,
      'send_sms',
      sms({ recipients, message: '#{n}번' }),
      context,
      { onProgress: (done, total) => steps.push([done, total]) },
    );
    expect(structuredContent).toMatchObject({ sent_count: 3, group_ids: expect.any(Array) });
    expect(steps).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(
      sandbox
        .messages()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['0번', '1번', '2번']);
  });
});

describe('the listing of send_sms', () => {
  it('is this in English', () => {
    expect(listTool(sendSms, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": true,
          "idempotentHint": false,
          "openWorldHint": true,
          "readOnlyHint": false,
        },
        "description": "Sends a text message now to 1–1000 people in Korea; long texts go as LMS. Costs money and cannot be taken back. Not for images or a subject (send_mms), nor to try a text out (check_message). sent_count is what was accepted; get_message_status tells what arrived. Never repeat a call whose outcome is unknown.",
        "inputSchema": {
          "additionalProperties": false,
          "properties": {
            "callback_number": {
              "description": "Sender number registered with BaaS",
              "type": "string",
            },
            "confirm_token": {
              "description": "From a confirmation_required answer, after the user agreed",
              "type": "string",
            },
            "message": {
              "description": "Text, at most 2000 characters",
              "maxLength": 2000,
              "type": "string",
            },
            "night_consent": {
              "description": "Ads 21:00–08:00 KST: recipients agreed to them",
              "type": "boolean",
            },
            "project_id": {
              "description": "Default: PROJECT_ID",
              "format": "uuid",
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
          },
          "required": [
            "recipients",
            "message",
            "callback_number",
          ],
          "type": "object",
        },
        "name": "send_sms",
        "outputSchema": {
          "anyOf": [
            {
              "required": [
                "success",
                "message",
                "sent_count",
                "failed_count",
                "warnings",
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
            "confirm_token": {
              "type": "string",
            },
            "confirmation_required": {
              "type": "boolean",
            },
            "details": {
              "type": "object",
            },
            "dry_run": {
              "type": "boolean",
            },
            "duplicate": {
              "type": "boolean",
            },
            "error": {
              "type": "string",
            },
            "error_code": {
              "type": "string",
            },
            "expires_in_seconds": {
              "type": "integer",
            },
            "failed_count": {
              "type": "integer",
            },
            "failures": {
              "items": {
                "type": "object",
              },
              "type": "array",
            },
            "group_id": {
              "type": "integer",
            },
            "group_ids": {
              "items": {
                "type": "integer",
              },
              "type": "array",
            },
            "message": {
              "type": "string",
            },
            "sent_count": {
              "description": "accepted, not yet delivered",
              "type": "integer",
            },
            "success": {
              "type": "boolean",
            },
            "summary": {
              "type": "object",
            },
            "unknown_count": {
              "description": "may have been sent: never resend",
              "type": "integer",
            },
            "warnings": {
              "items": {
                "type": "object",
              },
              "type": "array",
            },
          },
          "type": "object",
        },
        "title": "Send SMS",
      }
    `);
  });

  it('has everything in Korean', () => {
    const { title, description, inputSchema } = listTool(sendSms, 'ko');
    expect({ title, description }).toMatchInlineSnapshot(`
      {
        "description": "국내 1~1000명에게 지금 문자를 보냅니다. 긴 글은 LMS로 나갑니다. 요금이 들고 취소할 수 없습니다. 이미지나 제목은 send_mms, 발송 전 점검은 check_message를 쓰세요. sent_count는 접수 건수이며 수신 결과는 get_message_status로 확인합니다. 결과를 알 수 없는 호출은 반복하지 마세요.",
        "title": "문자(SMS) 보내기",
      }
    `);
    for (const property of Object.values(
      inputSchema.properties as Record<string, { description: string }>,
    ))
      expect(property.description).toMatch(/[가-힣]/);
  });
});

describe('an advertisement', () => {
  const message = '(광고)전보상점 봄 세일\n문의 02-1234-5678\n무료수신거부 080-123-4567';
  const at = (hourInKorea: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 20, hourInKorea - 9) });
  afterEach(() => vi.useRealTimers());

  it('goes by day', async () => {
    at(12);
    const { call } = createBench();
    expect(await call('send_sms', sms({ message, purpose: 'ad' }))).toMatchObject({
      isError: false,
    });
  });

  it('goes at night only to those who agreed to that', async () => {
    at(22);
    const { call, sandbox } = createBench();
    const refused = await call('send_sms', sms({ message, purpose: 'ad' }));
    expect(refused.structuredContent).toMatchObject({ error_code: 'AD_RULE_VIOLATION' });
    expect(sandbox.exchanges()).toEqual([]);
    const agreed = await call('send_sms', sms({ message, purpose: 'ad', night_consent: true }));
    expect(agreed).toMatchObject({ isError: false });
  });

  it('is only what the caller says is one', async () => {
    at(22);
    const { call } = createBench();
    expect(await call('send_sms', sms({ message: '세일!' }))).toMatchObject({ isError: false });
  });
});
