import { describe, expect, it } from 'vitest';
import { refuseSecrets } from './secrets.ts';

const secret = 'k9-Own-Secret-Value';
const to = [{ phoneNumber: '010-1234-5678' }];
// Put together here, so that no scanner takes this file for a leak.
const keys = {
  openai: `sk-proj-${'a1B2'.repeat(8)}`,
  anthropic: `sk-ant-api03-${'a1B2'.repeat(8)}`,
  aws: `AKIA${'ABCD1234'.repeat(2)}`,
  github: `ghp_${'a1B2'.repeat(9)}`,
  slack: `xoxb-${'1234567890'}-abcdef`,
  twilio: `AC${'0123456789abcdef'.repeat(2)}`,
  twilioKey: `SK${'0123456789abcdef'.repeat(2)}`,
  pem: `-----BEGIN ${'RSA'} PRIVATE KEY-----`,
  google: `AIza${'a1B2c'.repeat(7)}`,
};

describe('refuseSecrets', () => {
  it.each(Object.entries(keys))('refuses a key of the form of %s', (_, key) => {
    expect(() => refuseSecrets({ to, text: `look: ${key} !` }, [])).toThrow(
      expect.objectContaining({ code: 'SECRET_IN_MESSAGE', field: 'text' }),
    );
  });

  it.each([
    ['as it is', secret],
    ['in capitals', secret.toUpperCase()],
    ['with spaces', secret.split('').join(' ')],
    ['with invisible characters', secret.split('').join('\u200b')],
    ['in full-width letters', secret.replace('k9', 'ｋ９')],
  ])('refuses a secret of the server %s', (_, written) => {
    expect(() => refuseSecrets({ to, text: `x${written}y` }, [secret])).toThrow(
      expect.objectContaining({ code: 'SECRET_IN_MESSAGE' }),
    );
  });

  it.each([
    ['subject', { subject: secret }],
    ['media', { media: [new URL(`https://example.com/a.jpg?k=${encodeURIComponent(secret)}`)] }],
    ['from', { from: secret }],
    ['to', { to: [{ phoneNumber: '010-1234-5678', memberCode: secret }] }],
  ])('looks at the %s as well', (field, change) => {
    expect(() => refuseSecrets({ to, text: 'hello', ...change }, [secret])).toThrow(
      expect.objectContaining({ field }),
    );
  });

  it('looks at the filled text, where it may come together from pieces', () => {
    const variables = { rest: secret.slice(4) };
    const message = {
      to: [{ ...to[0], phoneNumber: '010', variables }],
      text: `${secret.slice(0, 4)}#{rest}`,
    };
    expect(() => refuseSecrets(message, [secret])).toThrow(/secret of this server/);
  });

  it('never repeats the value', () => {
    expect.assertions(1);
    try {
      refuseSecrets({ to, text: secret }, [secret]);
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain(secret);
    }
  });

  it.each([
    '[전보] 인증번호는 482913입니다.',
    'https://example.com/o/sk-1 AC 12 주문',
    '우리 sketch 모임 ASIA 투어',
  ])('lets ordinary texts pass: %s', (text) => {
    expect(() => refuseSecrets({ to, text }, [secret, 'short', ''])).not.toThrow();
  });
});
