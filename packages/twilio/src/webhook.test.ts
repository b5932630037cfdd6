import { describe, expect, it } from 'vitest';
import { accountSid, messageSid, serviceSid } from '../test-support/index.ts';
import { parseInboundMessage, parseStatusCallback } from './index.ts';

describe('parseStatusCallback', () => {
  const params = {
    MessageSid: messageSid(),
    SmsSid: messageSid(),
    MessageStatus: 'undelivered',
    AccountSid: accountSid,
    MessagingServiceSid: serviceSid,
    To: '+821012345678',
    From: '+14155550123',
    ErrorCode: '30006',
  };

  it('reads what became of a message, from any form of parameters', () => {
    for (const given of [params, new URLSearchParams(params), Object.entries(params)])
      expect(parseStatusCallback(given)).toEqual({
        messageSid: messageSid(),
        status: 'undelivered',
        accountSid,
        messagingServiceSid: serviceSid,
        to: '+821012345678',
        from: '+14155550123',
        errorCode: 30006,
        errorMessage: null,
        params,
      });
  });

  it('reads the old names too', () => {
    const old = { SmsSid: messageSid(), SmsStatus: 'sent' };
    expect(parseStatusCallback(old)).toMatchObject({ messageSid: messageSid(), status: 'sent' });
  });

  it.each([
    ['nothing', {}],
    ['no status', { MessageSid: messageSid() }],
    ['an inbound message', { MessageSid: messageSid(), SmsStatus: 'received', Body: 'Hi' }],
  ])('is null for %s', (_, given) => {
    expect(parseStatusCallback(given)).toBeNull();
  });
});

describe('parseInboundMessage', () => {
  const params = {
    MessageSid: messageSid(),
    SmsStatus: 'received',
    AccountSid: accountSid,
    From: '+14155550100',
    To: '+14155550123',
    Body: 'STOP',
    NumMedia: '2',
    NumSegments: '1',
    MediaUrl0: 'https://api.twilio.com/a',
    MediaContentType0: 'image/jpeg',
    MediaUrl1: 'https://api.twilio.com/b',
    OptOutType: 'STOP',
  };

  it('reads text, sender and media', () => {
    expect(parseInboundMessage(params)).toMatchObject({
      messageSid: messageSid(),
      from: '+14155550100',
      body: 'STOP',
      numSegments: 1,
      optOutType: 'STOP',
      media: [
        { url: 'https://api.twilio.com/a', contentType: 'image/jpeg' },
        { url: 'https://api.twilio.com/b', contentType: null },
      ],
    });
  });

  it('believes no number of media that are not there', () => {
    const { media } = parseInboundMessage({ ...params, NumMedia: '1e9' }) ?? {};
    expect(media).toHaveLength(2);
  });

  it('is null for a status callback', () => {
    expect(parseInboundMessage({ MessageSid: messageSid(), MessageStatus: 'sent' })).toBeNull();
  });
});
