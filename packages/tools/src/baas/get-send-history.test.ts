import { describe, expect, it } from 'vitest';
import { listTool } from '../listing.ts';
import { createBench, project, sms } from '../testing/bench.ts';
import { getSendHistory } from './get-send-history.ts';

describe('get_send_history', () => {
  it('is listed so', () => {
    expect(listTool(getSendHistory, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": false,
          "idempotentHint": true,
          "openWorldHint": false,
          "readOnlyHint": true,
        },
        "description": "Lists what this installation sent for a project, newest first, from its own ledger: BaaS offers no history, so sends of other programs are not in it. For whether a message arrived use get_message_status.",
        "inputSchema": {
          "additionalProperties": false,
          "properties": {
            "limit": {
              "default": 20,
              "description": "Entries to return",
              "maximum": 100,
              "minimum": 1,
              "type": "integer",
            },
            "message_type": {
              "default": "ALL",
              "description": "Which kind",
              "enum": [
                "SMS",
                "MMS",
                "ALL",
              ],
              "type": "string",
            },
            "offset": {
              "default": 0,
              "description": "Entries to skip",
              "minimum": 0,
              "type": "integer",
            },
            "project_id": {
              "description": "Default: PROJECT_ID",
              "format": "uuid",
              "type": "string",
            },
          },
          "type": "object",
        },
        "name": "get_send_history",
        "outputSchema": {
          "anyOf": [
            {
              "required": [
                "project_id",
                "total_count",
                "offset",
                "limit",
                "history",
                "source",
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
            "history": {
              "items": {
                "properties": {
                  "failed_count": {
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
                  "message_type": {
                    "type": "string",
                  },
                  "recipients": {
                    "items": {
                      "type": "string",
                    },
                    "type": "array",
                  },
                  "sent_at": {
                    "type": "string",
                  },
                  "sent_count": {
                    "type": "integer",
                  },
                  "unknown_count": {
                    "type": "integer",
                  },
                },
                "required": [
                  "sent_at",
                  "message_type",
                  "group_ids",
                  "sent_count",
                  "failed_count",
                  "unknown_count",
                  "recipients",
                ],
                "type": "object",
              },
              "type": "array",
            },
            "limit": {
              "type": "integer",
            },
            "offset": {
              "type": "integer",
            },
            "project_id": {
              "type": [
                "string",
                "null",
              ],
            },
            "source": {
              "enum": [
                "ledger",
              ],
              "type": "string",
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
        "title": "Send history",
      }
    `);
  });

  it('is empty where nothing was sent, and says where it is from', async () => {
    const { call } = createBench();
    expect((await call('get_send_history', {})).structuredContent).toEqual({
      project_id: project,
      total_count: 0,
      offset: 0,
      limit: 20,
      history: [],
      source: 'ledger',
    });
  });

  it('lists what was sent, newest first, with masked numbers', async () => {
    const { call, sandbox } = createBench();
    await call('send_sms', sms());
    await call('send_mms', sms({ subject: 'Order' }));
    sandbox.fault({ cut: 'after-read' });
    await call('send_sms', sms({ message: 'lost' }));
    const { structuredContent, text } = await call('get_send_history', {});
    expect(structuredContent).toMatchObject({
      total_count: 3,
      history: [
        { message_type: 'SMS', sent_count: 0, unknown_count: 1, group_ids: [] },
        { message_type: 'MMS', sent_count: 1, group_ids: [expect.any(Number)] },
        { message_type: 'SMS', sent_count: 1, recipients: [expect.stringContaining('****')] },
      ],
    });
    expect(JSON.stringify(structuredContent) + text).not.toMatch(/1234-?5678/);
  });

  it('picks a kind and a page', async () => {
    const { call } = createBench();
    await call('send_sms', sms());
    await call('send_mms', sms({ subject: 'Order' }));
    const mms = await call('get_send_history', { message_type: 'MMS' });
    expect(mms.structuredContent).toMatchObject({
      total_count: 1,
      history: [{ message_type: 'MMS' }],
    });
    const second = await call('get_send_history', { offset: 1, limit: 1 });
    expect(second.structuredContent).toMatchObject({
      total_count: 2,
      history: [{ message_type: 'SMS' }],
    });
  });

  it('shows no other caller’s sends', async () => {
    const { call } = createBench();
    await call('send_sms', sms(), { caller: 'a' });
    expect(
      (await call('get_send_history', {}, { caller: 'b' })).structuredContent.total_count,
    ).toBe(0);
    expect(
      (await call('get_send_history', {}, { caller: 'a' })).structuredContent.total_count,
    ).toBe(1);
  });

  it('takes a project in capitals for the same', async () => {
    const { call } = createBench();
    await call('send_sms', sms());
    const { structuredContent } = await call('get_send_history', {
      project_id: project.toUpperCase(),
    });
    expect(structuredContent).toMatchObject({ project_id: project, total_count: 1 });
  });

  it.each([{ limit: 101 }, { limit: 0 }, { offset: -1 }, { message_type: 'LMS' }])(
    'refuses %o',
    async (input) => {
      const { call } = createBench();
      expect((await call('get_send_history', input)).structuredContent.error_code).toBe(
        'VALIDATION_ERROR',
      );
    },
  );
});
