import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { parseTwiml } from './parse-twiml.ts';

const bodies = (text: string) => parseTwiml(text).map(({ body }) => body);

describe('parseTwiml', () => {
  it.each([
    ['<Response/>', []],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n</Response>\n', []],
    ['<Response><Message>Hello</Message></Response>', ['Hello']],
    ['<Response><Message><Body>Hello</Body></Message></Response>', ['Hello']],
    ['<Response><Sms>Hello</Sms></Response>', ['Hello']],
    ['<Response><!-- no --><Message>a</Message><Message>b</Message></Response>', ['a', 'b']],
    [
      '<Response><Message>1 &lt; 2 &amp; &quot;3&#39; &#x41; &nbsp;</Message></Response>',
      ['1 < 2 & "3\' A &nbsp;'],
    ],
    ['<Response><Message><![CDATA[<b>&amp;</b>]]></Message></Response>', ['<b>&amp;</b>']],
    ['<Response><Redirect>/next</Redirect><Message>a</Message></Response>', ['a']],
    ['<Response><Dial><Message>not mine</Message></Dial></Response>', []],
    [`<Response>${'<Message>a</Message>'.repeat(12)}</Response>`, Array(10).fill('a')],
  ])('%s', (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it('reads what the official library writes', () => {
    const response = new twilio.twiml.MessagingResponse();
    const message = response.message({ to: '+14155550199' }, '');
    message.body('안녕 <b> & "you"');
    message.media('https://example.com/a.png?x=1&y=2');
    response.message('second');
    expect(parseTwiml(response.toString())).toEqual([
      {
        to: '+14155550199',
        body: '안녕 <b> & "you"',
        mediaUrls: ['https://example.com/a.png?x=1&y=2'],
      },
      { to: '', body: 'second', mediaUrls: [] },
    ]);
  });

  it.each([
    'plain',
    '',
    '<Response>',
    '<Response></Message></Response>',
    '<Response><Message></Response>',
    '<Response><Message a></Message></Response>',
    '<html></html>',
    '<Response/><Response/>',
    '<!DOCTYPE x [<!ENTITY a "b">]><Response><Message>&a;</Message></Response>',
    '<Response/> and more',
  ])('refuses %s', (text) => {
    expect(() => parseTwiml(text)).toThrow(/^1210[02]: /);
  });

  it('takes no longer where somebody wants it to', () => {
    const started = process.cpuUsage();
    const hostile = [
      '<a '.repeat(20_000),
      `<Response ${'a="b" '.repeat(10_000)}`,
      '<!--'.repeat(16_000),
    ];
    for (const text of hostile) expect(() => parseTwiml(text)).toThrow();
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});
