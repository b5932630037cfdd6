import { type Answer, apiKeyAuthorization, wrongAuthorization } from '../side.ts';
import { outcome, type Probe, send } from './probe.ts';

// What Twilio documents stands in brackets. Test numbers: https://www.twilio.com/docs/iam/test-credentials

const codes = async (answers: readonly Promise<Answer>[]) =>
  (await Promise.all(answers)).map((answer) => outcome(answer).replace(/^400 /, '')).join(', ');

export const refusals: Readonly<Record<string, Probe>> = {
  'To +1500555 0001, 0002, 0003, 0004, 0009 (21211, 21612, 21408, 21610, 21614)': (side) =>
    codes(
      ['0001', '0002', '0003', '0004', '0009'].map((end) =>
        send(side, { To: `+1500555${end}`, From: '+15005550006', Body: 'a' }),
      ),
    ),
  'From +1500555 0001, 0007, 0008, 0006 (21212, 21606, 21611, accepted)': (side) =>
    codes(
      ['0001', '0007', '0008', '0006'].map((end) =>
        send(side, { From: `+1500555${end}`, Body: 'a' }),
      ),
    ),
  'empty Body (21602)': async (side) => outcome(await send(side, { Body: '' })),
  'no Body (21619)': async (side) => outcome(await send(side, {})),
  'Body of 1,600 characters (accepted)': async (side) =>
    outcome(await send(side, { Body: 'a'.repeat(1600) })),
  'Body of 1,601 characters (21617)': async (side) =>
    outcome(await send(side, { Body: 'a'.repeat(1601) })),
  'Body of 2,000 characters (21617)': async (side) =>
    outcome(await send(side, { Body: 'a'.repeat(2000) })),
  'wrong token (401, 20003)': async (side) =>
    outcome(await side.ask('GET', '/Messages.json', undefined, wrongAuthorization)),
  'API key (accepted)': async (side) =>
    String((await side.ask('GET', '/Messages.json', undefined, apiKeyAuthorization)).status),
  'Twilio-Request-Id in the answer': async (side) =>
    (await send(side, { Body: 'a' })).headers.has('twilio-request-id') ? 'yes' : 'no',
};
