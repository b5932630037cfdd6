import { describe, expect, it } from 'vitest';
import { listTool } from '../listing.ts';
import { createBench, people, sms } from '../testing/bench.ts';
import { getMessageStatus } from './get-message-status.ts';

describe('get_message_status', () => {
  it('is listed so', () => {
    expect(listTool(getMessageStatus, 'en')).toMatchInlineSnapshot(`
      {
        "annotations": {
          "destructiveHint": false,
          "idempotentHint": true,
          "openWorldHint": true,
          "readOnlyHint": true,
        },
        "description": "Tells what became of a send, by its group_id: 성공 delivered, 실패 failed, 부분성공 some of each, 전송중 under way (ask again after some seconds). Use it after send_sms or send_mms, not to look for earlier sends (get_send_history).",
        "inputSchema": {
          "additionalProperties": false,
          "properties": {
            "group_id": {
              "description": "From the answer of the send",
              "minimum": 0,
              "type": "integer",
            },
          },
          "required": [
            "group_id",
          ],
          "type": "object",
        },
        "name": "get_message_status",
        "outputSchema": {
          "anyOf": [
            {
              "required": [
                "group_id",
                "status",
                "total_count",
                "success_count",
                "failed_count",
                "pending_count",
                "messages",
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
            "failed_count": {
              "type": "integer",
            },
            "group_id": {
              "type": "integer",
            },
            "messages": {
              "items": {
                "properties": {
                  "name": {
                    "type": [
                      "string",
                      "null",
                    ],
                  },
                  "phone": {
                    "type": "string",
                  },
                  "reason": {
                    "type": [
                      "string",
                      "null",
                    ],
                  },
                  "status": {
                    "type": "string",
                  },
                },
                "required": [
                  "phone",
                  "name",
                  "status",
                  "reason",
                ],
                "type": "object",
              },
              "type": "array",
            },
            "pending_count": {
              "type": "integer",
            },
            "status": {
              "enum": [
                "성공",
                "실패",
                "부분성공",
                "전송중",
              ],
              "type": "string",
            },
            "success": {
              "type": "boolean",
            },
            "success_count": {
              "type": "integer",
            },
            "total_count": {
              "type": "integer",
            },
          },
          "type": "object",
        },
        "title": "Message status",
      }
    `);
  });

  it('answers in the vendor’s words: 전송중, then 성공', async () => {
    const { call, clock } = createBench();
    const { group_id } = (await call('send_sms', sms())).structuredContent;
    const status = async () => (await call('get_message_status', { group_id })).structuredContent;
    expect(await status()).toMatchObject({
      group_id,
      status: '전송중',
      total_count: 1,
      pending_count: 1,
    });
    clock.advance(1000);
    expect(await status()).toEqual({
      group_id,
      status: '성공',
      total_count: 1,
      success_count: 1,
      failed_count: 0,
      pending_count: 0,
      messages: [expect.objectContaining({ phone: '010-1234-5678', status: '성공', reason: null })],
    });
  });

  it('tells the reason of a failure, also in the text', async () => {
    const { call, clock, sandbox } = createBench();
    sandbox.fault({ result: { state: 'failed', reason: '결번' } });
    const { group_id } = (await call('send_sms', sms())).structuredContent;
    clock.advance(1000);
    const { structuredContent, text } = await call('get_message_status', { group_id });
    expect(structuredContent).toMatchObject({ status: '실패', messages: [{ reason: '결번' }] });
    expect(text).toContain('결번');
  });

  it('of a group that is not there is an error', async () => {
    const { call } = createBench();
    const result = await call('get_message_status', { group_id: 999_999 });
    expect(result).toMatchObject({ isError: true, structuredContent: { error_code: 'NOT_FOUND' } });
  });

  it('tells a caller of its own sends only, and asks the vendor about no other', async () => {
    const { call, sandbox } = createBench();
    const { group_id } = (await call('send_sms', sms(), { caller: 'a' })).structuredContent;
    const own = await call('get_message_status', { group_id }, { caller: 'a' });
    expect(own.structuredContent).toMatchObject({ group_id });
    const asked = sandbox.exchanges().length;
    const other = await call('get_message_status', { group_id }, { caller: 'b' });
    const nobodys = await call('get_message_status', { group_id: 999_999 }, { caller: 'b' });
    expect(other.structuredContent).toMatchObject({ error_code: 'NOT_FOUND' });
    expect(nobodys).toEqual(other);
    expect(sandbox.exchanges()).toHaveLength(asked);
  });

  it('tells a caller of each group of a send with several texts', async () => {
    const { call } = createBench();
    const recipients = people(2).map((person, n) => ({ ...person, variables: { n } }));
    const sent = await call('send_sms', sms({ recipients, message: '#{n}' }), { caller: 'a' });
    const { group_ids } = sent.structuredContent as { group_ids: number[] };
    expect(group_ids).toHaveLength(2);
    for (const group_id of group_ids) {
      const status = await call('get_message_status', { group_id }, { caller: 'a' });
      expect(status.structuredContent).toMatchObject({ group_id, total_count: 1 });
    }
  });

  it.each([['12'], [-1], [1.5], [undefined]])('refuses %s as an id', async (group_id) => {
    const { call, sandbox } = createBench();
    const { structuredContent } = await call('get_message_status', { group_id });
    expect(structuredContent).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      details: { field: 'group_id' },
    });
    expect(sandbox.exchanges()).toEqual([]);
  });
});
