// The floor of ours: the same request by bare fetch, with no check, no time-out, no error that says what may have been sent.
import { plan } from '../send-faults/subjects/plan.ts';
import { measureSends } from './meter.ts';

const [, , url = ''] = process.argv;
const { accountSid, authToken, from } = plan.twilio;
await measureSends(async () => {
  const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    body: new URLSearchParams({ To: plan.to, From: from, Body: plan.text }),
  });
  if (response.status !== 201) throw new Error(String(response.status));
  return response.json();
});
process.exit();
