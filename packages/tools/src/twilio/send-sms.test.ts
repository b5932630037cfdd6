import { describe, expect, it } from 'vitest';
import { listTool } from '../listing.ts';
import {
  authToken,
  createTwilioBench,
  messagesPath,
  phone,
  sender,
} from '../testing/twilio-bench.ts';
import { sendSms } from './send-sms.ts';

const sid = expect.stringMatching(/^SM[0-9a-f]{32}$/);
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `+1415555${String(1000 + index)}`);

describe('send_sms', () => {
  it('answers sid, status and segments, and does not claim delivery', async () => {
    const { call, sandbox } = createTwilioBench();
    const result = await call('send_sms', { to: phone, message: 'Hello' });
    expect(result).toMatchObject({ isError: false, structuredContent: { sid } });
    const { sid: found, ...rest } = result.structuredContent;
    expect(rest).toMatchInlineSnapshot(`
      {
        "failed_count": 0,
        "message": "Accepted for 1 recipient. Accepted is not delivered: ask get_message_status.",
        "segments": 1,
        "sent_count": 1,
        "status": "queued",
        "success": true,
        "warnings": [],
      }
    `);
    expect(result.text).toContain(`sid: ${found} status: queued segments: 1`);
    expect(sandbox.messages()).toMatchObject([{ to: phone, from: sender, text: 'Hello' }]);
  });

  it('reaches a Korean number in any form, and counts segments', async () => {
    const { call, sandbox } = createTwilioBench({ language: 'ko' });
    const result = await call('send_sms', { to: '010-1234-5678', message: '가'.repeat(71) });
    expect(result.structuredContent).toMatchObject({ sid, segments: 2 });
    expect(result.text).toContain('접수');
    expect(sandbox.messages()).toMatchObject([{ to: '010-1234-5678' }]);
  });

  it('goes to NOTIFICATION_PHONE where nobody is named', async () => {
    const { call, sandbox } = createTwilioBench({ context: { notificationPhone: phone } });
    await call('send_sms', { message: 'Hello' });
    expect(sandbox.messages()).toMatchObject([{ to: phone }]);
  });

  it('says what to set where there is nobody at all', async () => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('send_sms', { message: 'Hello' });
    expect(structuredContent).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      details: { field: 'to', reason: 'Give to, or set NOTIFICATION_PHONE.' },
    });
  });

  it('says what to set where there is no sender', async () => {
    const { call, sandbox } = createTwilioBench({ context: { sender: {} } });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'Hello' });
    expect(structuredContent).toMatchObject({
      error_code: 'INVALID_CALLBACK_NUMBER',
      details: { field: 'TWILIO_PHONE_NUMBER' },
    });
    expect(sandbox.exchanges()).toEqual([]);
  });

  it('measures for itself while a messaging service chooses the sender', async () => {
    const messagingServiceSid = `MG${'0'.repeat(32)}`;
    const { call } = createTwilioBench({ context: { sender: { messagingServiceSid } } });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'x'.repeat(161) });
    expect(structuredContent).toMatchObject({ status: 'accepted', segments: 2 });
  });
});

describe('several recipients', () => {
  it('get a message each, told one by one, and each is a step of progress', async () => {
    const { call, sandbox } = createTwilioBench();
    const steps: number[][] = [];
    const { structuredContent, text } = await call(
      'send_sms',
      { to: many(3), message: 'Hello' },
      {},
      { onProgress: (done, total) => steps.push([done, total]) },
    );
    const messages = many(3).map((to) => ({ to, sid, status: 'queued', segments: 1 }));
    expect(structuredContent).toMatchObject({ sent_count: 3, sid, messages });
    expect(text).toContain('"status":"queued"');
    expect(steps).toEqual([0, 1, 2, 3].map((done) => [done, 3]));
    expect(sandbox.messages().map(({ to }) => to)).toEqual(many(3));
  });

  it('may have texts of their own', async () => {
    const { call, sandbox } = createTwilioBench();
    const to = [{ phone_number: phone, variables: { name: 'Kim' } }];
    await call('send_sms', { to, message: 'Hello #{name}' });
    expect(sandbox.messages()).toMatchObject([{ text: 'Hello Kim' }]);
  });

  it('a repeat to one of them answers its own sid', async () => {
    const { call, sandbox } = createTwilioBench();
    const [first, second] = many(2);
    const both = await call('send_sms', { to: [first, second], message: 'Hello' });
    const again = await call('send_sms', { to: second, message: 'Hello' });
    const [, { sid: own } = {}] = both.structuredContent.messages as { sid?: string }[];
    expect(again.structuredContent).toMatchObject({ duplicate: true, sid: own });
    expect(again.structuredContent).not.toHaveProperty('messages');
    expect(sandbox.exchanges()).toHaveLength(2);
  });

  it('are told apart where one is refused', async () => {
    const { call } = createTwilioBench();
    const to = ['+15005550004', phone];
    const { structuredContent } = await call('send_sms', { to, message: 'Hello' });
    expect(structuredContent).toMatchObject({
      sent_count: 1,
      failed_count: 1,
      failures: [{ error_code: 'RECIPIENT_REJECTED', may_have_been_sent: false }],
    });
  });

  it.each([[[]], [many(101)]])('are 1 to 100', async (to) => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('send_sms', { to, message: 'Hello' });
    expect(structuredContent).toMatchObject({ error_code: 'INVALID_RECIPIENTS_COUNT' });
  });

  it('more than ten need a confirmation', async () => {
    const { call, sandbox } = createTwilioBench();
    const send = { to: many(11), message: 'Hello' };
    const { confirm_token } = (await call('send_sms', send)).structuredContent;
    expect(sandbox.exchanges()).toEqual([]);
    const { structuredContent } = await call('send_sms', { ...send, confirm_token });
    expect(structuredContent).toMatchObject({ sent_count: 11 });
  });
});

describe('what Twilio answers', () => {
  it('429 is repeated by the client: it was not processed', async () => {
    const { call, sandbox } = createTwilioBench();
    sandbox.fault({ path: messagesPath, status: 429, retryAfter: '0' });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'Hello' });
    expect(structuredContent).toMatchObject({ success: true, sent_count: 1 });
    expect(sandbox.exchanges()).toHaveLength(2);
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('an outcome that is unknown is never sent again', async () => {
    const { call, sandbox } = createTwilioBench();
    sandbox.fault({ path: messagesPath, status: 502, processed: true });
    for (const _ of [1, 2]) {
      const { structuredContent } = await call('send_sms', { to: phone, message: 'Hello' });
      expect(structuredContent).toMatchObject({
        error_code: 'DELIVERY_UNKNOWN',
        details: { may_have_been_sent: true },
      });
    }
    expect(sandbox.messages()).toHaveLength(1);
    expect(sandbox.exchanges()).toHaveLength(1);
  });

  it.each([
    ['+15005550001', 'INVALID_PHONE_NUMBER', '21211'],
    ['+15005550003', 'PERMISSION_DENIED', '21408'],
    ['+15005550004', 'RECIPIENT_REJECTED', '21610'],
  ])('%s is %s', async (to, code, provider_code) => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('send_sms', { to, message: 'Hello' });
    expect(structuredContent).toMatchObject({ error_code: code, details: { provider_code } });
  });
});

describe('the guard rails', () => {
  it('answer a repeat with the first sid', async () => {
    const { call, sandbox, audit } = createTwilioBench();
    const send = { to: '010-1234-5678', message: 'Hello' };
    const first = await call('send_sms', send);
    const again = await call('send_sms', { ...send, to: '+821012345678' });
    const { sid: known } = first.structuredContent;
    expect(again.structuredContent).toMatchObject({ duplicate: true, sid: known, sent_count: 1 });
    expect(sandbox.exchanges()).toHaveLength(1);
    expect(audit.events).toMatchObject([{ event: 'blocked', code: 'DUPLICATE_SEND' }]);
  });

  it('let nothing leave in a dry run', async () => {
    const { call, sandbox } = createTwilioBench({ env: { JEONBO_DRY_RUN: '1' } });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'Hello' });
    expect(structuredContent).toMatchObject({ success: true, dry_run: true });
    expect(sandbox.exchanges()).toEqual([]);
  });

  it.each([
    ['a stranger', { to: '+4915112345678' }, 'RECIPIENT_NOT_ALLOWED'],
    ['a stranger by default', { to: undefined }, 'RECIPIENT_NOT_ALLOWED'],
    ['another channel', { to: `messenger:${authToken}` }, 'INVALID_PHONE_NUMBER'],
    ['another channel in a list', { to: ['whatsapp:+14155550123'] }, 'INVALID_PHONE_NUMBER'],
    ['no number', { to: 'Mum' }, 'INVALID_PHONE_NUMBER'],
    ['a secret of the server', { message: `It is ${authToken}` }, 'SECRET_IN_MESSAGE'],
    ['no text', { message: '' }, 'EMPTY_MESSAGE'],
    ['too long a text', { message: 'x'.repeat(1601) }, 'MESSAGE_TOO_LONG'],
    ['a value that is missing', { message: 'Hello #{name}' }, 'VALIDATION_ERROR'],
    ['an unknown parameter', { from: sender }, 'VALIDATION_ERROR'],
    [
      'an advertisement without its marks',
      { to: '010-1234-5678', purpose: 'ad' },
      'AD_RULE_VIOLATION',
    ],
  ])('refuse %s', async (_, change, code) => {
    const { call, sandbox } = createTwilioBench({
      env: { JEONBO_ALLOWED_RECIPIENTS: '+1415, 010-1234-5678' },
      context: { notificationPhone: '+4915112345678' },
    });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'Hi', ...change });
    expect(structuredContent).toMatchObject({ success: false, error_code: code });
    expect(sandbox.exchanges()).toEqual([]);
  });

  it('count towards one limit', async () => {
    const { call } = createTwilioBench({ env: { JEONBO_SEND_LIMIT: '2' } });
    await call('send_sms', { to: many(2), message: 'Hello' });
    const { structuredContent } = await call('send_sms', { to: phone, message: 'Hello' });
    expect(structuredContent).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
  });

  it.each([
    [5, 'to: not valid'],
    [['+14155550123', 5], 'to[1]: not valid'],
    [[{ phone_number: 5 }], 'to[0].phone_number: must be string'],
    [[{ phone_number: phone, name: 'Kim' }], 'to[0]: unknown parameter name'],
  ])('say what is wrong with %j', async (to, reason) => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('send_sms', { to, message: 'Hi' });
    expect(structuredContent).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      details: { reason },
    });
  });

  it('name fields as the tool does', async () => {
    const { call } = createTwilioBench();
    const { structuredContent } = await call('send_sms', { to: [phone, 'Mum'], message: 'Hi' });
    expect(structuredContent).toMatchObject({ details: { field: 'to[1].phone_number' } });
  });
});

describe('the listing of send_sms', () => {
  it('is this in English', () => {
    const { inputSchema, outputSchema } = listTool(sendSms, 'en');
    expect(inputSchema).toMatchInlineSnapshot(`
      {
        "additionalProperties": false,
        "properties": {
          "confirm_token": {
            "description": "From a confirmation_required answer, after the user agreed",
            "type": "string",
          },
          "message": {
            "description": "Text, at most 1600 characters",
            "maxLength": 1600,
            "type": "string",
          },
          "night_consent": {
            "description": "Ads 21:00–08:00 KST: recipients agreed to them",
            "type": "boolean",
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
          "to": {
            "anyOf": [
              {
                "type": "string",
              },
              {
                "items": {
                  "anyOf": [
                    {
                      "type": "string",
                    },
                    {
                      "additionalProperties": false,
                      "properties": {
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
                      ],
                      "type": "object",
                    },
                  ],
                },
                "maxItems": 100,
                "minItems": 1,
                "type": "array",
              },
            ],
            "description": "E.164 (+41791234567), one or up to 100; variables fill #{name}. Default: NOTIFICATION_PHONE",
          },
        },
        "required": [
          "message",
        ],
        "type": "object",
      }
    `);
    expect(Object.keys(outputSchema.properties as object)).toMatchInlineSnapshot(`
      [
        "success",
        "message",
        "sent_count",
        "failed_count",
        "warnings",
        "sid",
        "status",
        "segments",
        "messages",
        "unknown_count",
        "failures",
        "duplicate",
        "dry_run",
        "confirmation_required",
        "confirm_token",
        "expires_in_seconds",
        "summary",
        "error",
        "error_code",
        "details",
      ]
    `);
  });

  it('has everything in Korean', () => {
    const { inputSchema, title, description } = listTool(sendSms, 'ko');
    const properties = Object.values(inputSchema.properties as Record<string, object>);
    const texts = properties.map((one) => (one as { description: string }).description);
    for (const text of [title, description, ...texts]) expect(text).toMatch(/[가-힣]/);
  });
});
