import { account } from '../account.ts';
import { phone } from '../side.ts';
import { outcome, outcomeOf, type Probe, send, sendText, settle } from './probe.ts';

const minuteMs = 60_000;
const ahead = (minutes: number) => new Date(Date.now() + minutes * minuteMs);
const byService = (minutes: number) => ({
  MessagingServiceSid: account.service,
  ScheduleType: 'fixed',
  SendAt: ahead(minutes).toISOString(),
  Body: 'a',
});

// https://www.twilio.com/docs/messaging/features/message-scheduling
export const scheduling: Readonly<Record<string, Probe>> = {
  'scheduled and canceled by our client': async ({ client }) => {
    const { service: messagingServiceSid } = account;
    const input = { to: phone, messagingServiceSid, body: 'a', sendAt: ahead(60) };
    const { sid, status } = await client.messages.create(input);
    return `${status}, ${(await client.messages.cancel(sid)).status}`;
  },
  'SendAt with From alone (dropped, sent at once)': async (side) =>
    outcome(
      await send(side, { ScheduleType: 'fixed', SendAt: ahead(60).toISOString(), Body: 'a' }),
    ),
  'SendAt in 5 minutes, in 36 days (refused)': async (side) => {
    const answers = [byService(5), byService(36 * 24 * 60)].map((fields) => send(side, fields));
    return (await Promise.all(answers)).map(outcome).join(', ');
  },
  'cancel 2 s after a send (refused)': async (side) => {
    const { sid } = await sendText(side, 'a');
    await settle();
    return outcomeOf(side.client.messages.cancel(sid).then(({ status }) => status));
  },
};
