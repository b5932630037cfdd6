import { describe, expect, it } from 'vitest';
import { createTwilioBench, phone } from '../testing/twilio-bench.ts';

describe('check_message', () => {
  it('measures what Twilio charges, without a network', async () => {
    const { call, sandbox } = createTwilioBench();
    const result = await call('check_message', { message: `${'a'.repeat(159)}€` });
    expect(result.structuredContent).toMatchInlineSnapshot(`
      {
        "bytes": 161,
        "encoding": "GSM-7",
        "errors": [],
        "kind": null,
        "segments": 2,
        "suggestions": [],
        "warnings": [],
      }
    `);
    expect(result.text).toMatchInlineSnapshot(`"GSM-7, segments: 2: 0 errors, 0 warnings."`);
    expect(sandbox.exchanges()).toEqual([]);
  });

  it('finds what Korea does not show, with what to write instead', async () => {
    const { call } = createTwilioBench({ language: 'ko' });
    const to = ['+14155550123', '010-1234-5678'];
    const { structuredContent, text } = await call('check_message', { to, message: '₩1,000' });
    expect(structuredContent).toMatchObject({
      encoding: 'UCS-2',
      segments: 1,
      errors: [],
      warnings: [{ code: 'CHARACTER_NOT_ENCODABLE', field: 'message', position: 0 }],
      suggestions: ['₩ → 원'],
    });
    expect(text).toContain('세그먼트 1개');
    const abroad = await call('check_message', { to: phone, message: '₩1,000' });
    expect(abroad.structuredContent).toMatchObject({ warnings: [] });
  });

  it('looks at NOTIFICATION_PHONE where nobody is named, as a send would', async () => {
    const { call } = createTwilioBench({ context: { notificationPhone: '010-1234-5678' } });
    const { structuredContent } = await call('check_message', { message: '₩1,000' });
    expect(structuredContent).toMatchObject({ warnings: [{ code: 'CHARACTER_NOT_ENCODABLE' }] });
  });

  it('finds what the rails would refuse', async () => {
    const { call } = createTwilioBench({
      env: { JEONBO_ALLOWED_RECIPIENTS: '+1415' },
      context: { sender: {} },
    });
    const to = ['+41791234567', 'Mum'];
    const { structuredContent } = await call('check_message', { to, message: 'x'.repeat(1601) });
    const errors = structuredContent.errors as { code: string; field: string }[];
    expect(errors.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_CALLBACK_NUMBER', 'TWILIO_PHONE_NUMBER'],
      ['INVALID_PHONE_NUMBER', 'to[1].phone_number'],
      ['MESSAGE_TOO_LONG', 'message'],
      ['RECIPIENT_NOT_ALLOWED', 'to[0]'],
    ]);
  });
});
