/** What every library sends, in the form that its provider takes. */
export const plan = {
  text: '인증번호는 482913입니다.',
  to: '+821012345678',
  twilio: { accountSid: `AC${'1'.repeat(32)}`, authToken: 'bench', from: '+14155550123' },
  korean: { to: '01012345678', from: '0212345678', key: 'bench' },
} as const;
