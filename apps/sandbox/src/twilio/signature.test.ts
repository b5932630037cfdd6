import { expect, it } from 'vitest';
import { signForm } from './signature.ts';

it("signs Twilio's own example", () => {
  const form = {
    To: '+18005551212',
    From: '+14158675309',
    Digits: '1234',
    Caller: '+14158675309',
    CallSid: 'CA1234567890ABCDE',
  };
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  expect(signForm('12345', url, form)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
});
