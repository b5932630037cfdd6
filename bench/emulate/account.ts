/** What both know from the start: emulate's own defaults, and Twilio's test number that works. */
export const account = {
  sid: `AC${'0'.repeat(32)}`,
  token: 'twilio_test_auth_token',
  apiKey: `SK${'0'.repeat(32)}`,
  apiSecret: 'twilio_test_api_secret',
  service: `MG${'0'.repeat(32)}`,
  from: '+15551234567',
  testFrom: '+15005550006',
} as const;
