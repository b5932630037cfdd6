import { describe, expect, it } from 'vitest';
import { listTool } from '../listing.ts';
import { listRecipients } from '../messaging/list-recipients.ts';
import { createBench, sms } from '../testing/bench.ts';
import { sendSmsToPeople } from './send-sms.ts';

const env = { JEONBO_RECIPIENT_BOOK: 'book.json' };
const book = JSON.stringify([
  { id: 'kim', name: '김민수', phone_number: '010-1111-2222', member_code: 'm1' },
  { id: 'lee', name: '이서연', phone_number: '010-3333-4444' },
]);
const bench = () => createBench({ env, book });

describe('with a recipient book', () => {
  it('people are listed by id, numbers masked', async () => {
    const { call } = bench();
    const { structuredContent, text } = await call('list_recipients', {});
    expect(structuredContent).toEqual({
      total_count: 2,
      recipients: [
        { id: 'kim', name: '김민수', phone: '010-****-2222' },
        { id: 'lee', name: '이서연', phone: '010-****-4444' },
      ],
    });
    expect(text).toContain('kim: 김민수');
  });

  it('the tools show ids and no number', () => {
    const { toolset } = bench();
    expect(toolset.tools.map(({ name }) => name)).toEqual([
      'list_recipients',
      'send_sms',
      'send_mms',
      'get_message_status',
      'get_send_history',
      'check_message',
    ]);
    expect(listTool(listRecipients, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": false,
          "idempotentHint": true,
          "openWorldHint": false,
          "readOnlyHint": true,
        },
        "description": "Lists the people who can be reached, by the id that sends take. Nobody else can be; ask the operator to add someone.",
        "inputSchema": {
          "additionalProperties": false,
          "properties": {},
          "type": "object",
        },
        "name": "list_recipients",
        "outputSchema": {
          "anyOf": [
            {
              "required": [
                "total_count",
                "recipients",
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
            "details": {
              "type": "object",
            },
            "error": {
              "type": "string",
            },
            "error_code": {
              "type": "string",
            },
            "recipients": {
              "items": {
                "properties": {
                  "id": {
                    "type": "string",
                  },
                  "name": {
                    "type": "string",
                  },
                  "phone": {
                    "type": "string",
                  },
                },
                "required": [
                  "id",
                  "name",
                  "phone",
                ],
                "type": "object",
              },
              "type": "array",
            },
            "success": {
              "type": "boolean",
            },
            "total_count": {
              "type": "integer",
            },
          },
          "type": "object",
        },
        "title": "Recipients",
      }
    `);
    expect(listTool(sendSmsToPeople, 'ko').inputSchema).toMatchInlineSnapshot(`
      {
        "additionalProperties": false,
        "properties": {
          "callback_number": {
            "description": "BaaS에 등록된 발신번호",
            "type": "string",
          },
          "confirm_token": {
            "description": "사용자가 동의한 뒤 confirmation_required 응답의 토큰",
            "type": "string",
          },
          "message": {
            "description": "본문, 2000자 이하",
            "maxLength": 2000,
            "type": "string",
          },
          "night_consent": {
            "description": "21~08시 광고 수신에 따로 동의받음",
            "type": "boolean",
          },
          "project_id": {
            "description": "기본값: PROJECT_ID",
            "format": "uuid",
            "type": "string",
          },
          "purpose": {
            "description": "ad이면 광고 규칙을 적용",
            "enum": [
              "transactional",
              "ad",
              "otp",
            ],
            "type": "string",
          },
          "recipients": {
            "description": "list_recipients의 id. variables는 본문의 #{이름}을 채움",
            "items": {
              "additionalProperties": false,
              "properties": {
                "id": {
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
                "id",
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
      }
    `);
  });

  it('an id reaches its person, and the status keeps the number masked', async () => {
    const { call, sandbox } = bench();
    const sent = await call('send_sms', sms({ recipients: [{ id: 'kim' }, { id: 'lee' }] }));
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 2 });
    expect(sandbox.messages()).toMatchObject([
      { to: '010-1111-2222', memberCode: 'm1' },
      { to: '010-3333-4444' },
    ]);
    const { group_id } = sent.structuredContent;
    const { structuredContent } = await call('get_message_status', { group_id });
    expect(JSON.stringify(structuredContent)).not.toMatch(/1111|3333/);
  });

  it('fills texts by person', async () => {
    const { call, sandbox } = bench();
    const recipients = [{ id: 'kim', variables: { code: 12 } }];
    await call('send_sms', sms({ recipients, message: '코드 #{code}' }));
    expect(sandbox.messages()).toMatchObject([{ text: '코드 12' }]);
  });

  it.each([
    ['an id that is not in it', [{ id: 'park' }], 'RECIPIENT_NOT_ALLOWED'],
    ['a number', [{ phone_number: '010-1111-2222', member_code: 'm1' }], 'VALIDATION_ERROR'],
    ['a number as an id', [{ id: '010-1111-2222' }], 'RECIPIENT_NOT_ALLOWED'],
    ['a word of the language', [{ id: '__proto__' }], 'RECIPIENT_NOT_ALLOWED'],
  ])('%s reaches nobody', async (_, recipients, code) => {
    const { call, sandbox } = bench();
    const result = await call('send_sms', sms({ recipients }));
    expect(result).toMatchObject({ isError: true, structuredContent: { error_code: code } });
    expect(sandbox.exchanges()).toEqual([]);
    const checked = await call('check_message', sms({ recipients, callback_number: undefined }));
    expect(JSON.stringify(checked.structuredContent)).toContain(code);
  });

  it('a refusal stands in the audit log', async () => {
    const { call, audit } = bench();
    await call('send_sms', sms({ recipients: [{ id: 'park' }] }));
    expect(audit.events).toMatchObject([{ event: 'blocked', code: 'RECIPIENT_NOT_ALLOWED' }]);
  });
});
