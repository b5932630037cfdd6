// The floor: the same requests by bare fetch, with no check, no redaction, no error that says what may have been sent.
import { plan } from './plan.ts';
import { makeRecipients } from './recipients.ts';
import { createMeter } from './report.ts';

const [baseUrl = '', count = '0'] = process.argv.slice(2);
const recipients = makeRecipients(Number(count));
const meter = createMeter(Number(count));

async function send(): Promise<void> {
  for (;;) {
    // Not `take`, which would end the generator with the first chunk.
    const chunk: { phone_number: string; member_code: string }[] = [];
    while (chunk.length < plan.chunkSize) {
      const { value } = recipients.next();
      if (!value) break;
      chunk.push({ phone_number: value.phoneNumber, member_code: value.memberCode });
    }
    if (chunk.length === 0) return;
    const response = await fetch(new URL('/message/sms', baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'bench' },
      body: JSON.stringify({
        recipients: chunk,
        message: plan.message,
        callback_number: plan.callbackNumber,
        channel_id: 1,
        project_id: plan.projectId,
      }),
    });
    const answer = (await response.json()) as { success?: boolean };
    if (!answer.success) throw new Error(JSON.stringify(answer));
    meter.add(chunk.length);
  }
}

await Promise.all(Array.from({ length: plan.concurrency }, send));
meter.report();
