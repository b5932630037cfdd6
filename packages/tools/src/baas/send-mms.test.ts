import { describe, expect, it } from 'vitest';
import { listTool } from '../listing.ts';
import { createBench, sms } from '../testing/bench.ts';
import { sendMms } from './send-mms.ts';

const mms = (change: Record<string, unknown> = {}) => sms({ subject: 'Order', ...change });
const image = 'https://example.com/a.jpg';

describe('send_mms', () => {
  it('is listed so', () => {
    expect(listTool(sendMms, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": true,
          "idempotentHint": false,
          "openWorldHint": true,
          "readOnlyHint": false,
        },
        "description": "Sends a message with a subject and up to 5 images now to 1–1000 people in Korea. Costs more than send_sms, which is right for text alone; cannot be taken back. sent_count is what was accepted; get_message_status tells what arrived. Never repeat a call whose outcome is unknown.",
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
            "image_urls": {
              "description": "Public http(s) addresses, JPG is safe",
              "items": {
                "type": "string",
              },
              "maxItems": 5,
              "type": "array",
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
            "subject": {
              "description": "Title, at most 40 characters",
              "maxLength": 40,
              "type": "string",
            },
          },
          "required": [
            "recipients",
            "subject",
            "message",
            "callback_number",
          ],
          "type": "object",
        },
        "name": "send_mms",
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
        "title": "Send MMS",
      }
    `);
  });

  it('sends subject and images', async () => {
    const { call, sandbox } = createBench();
    const { structuredContent } = await call('send_mms', mms({ image_urls: [image] }));
    expect(structuredContent).toMatchObject({
      success: true,
      group_id: expect.any(Number),
      sent_count: 1,
    });
    expect(sandbox.messages()).toMatchObject([{ kind: 'MMS', subject: 'Order', media: [image] }]);
  });

  it('goes without images as well', async () => {
    const { call } = createBench();
    expect(await call('send_mms', mms())).toMatchObject({ isError: false });
  });

  it.each([
    ['41 characters of subject', { subject: '가'.repeat(41) }, 'SUBJECT_TOO_LONG'],
    ['no subject', { subject: undefined }, 'VALIDATION_ERROR'],
    ['6 images', { image_urls: Array(6).fill(image) }, 'TOO_MANY_IMAGES'],
    ['an address that is none', { image_urls: ['a.jpg'] }, 'INVALID_IMAGE_URL'],
    ['an address of this machine', { image_urls: ['http://127.0.0.1/a.jpg'] }, 'INVALID_IMAGE_URL'],
    ['a file', { image_urls: ['file:///etc/passwd'] }, 'INVALID_IMAGE_URL'],
  ])('%s is refused before anything leaves', async (_, change, code) => {
    const { call, sandbox } = createBench();
    const result = await call('send_mms', mms(change));
    expect(result).toMatchObject({ isError: true, structuredContent: { error_code: code } });
    expect(sandbox.exchanges()).toEqual([]);
  });

  it('of the same text with another image is another message', async () => {
    const { call, sandbox } = createBench();
    await call('send_mms', mms({ image_urls: [image] }));
    await call('send_mms', mms({ image_urls: [image.replace('a.jpg', 'b.jpg')] }));
    expect(sandbox.messages()).toHaveLength(2);
  });
});
