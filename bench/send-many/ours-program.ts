// `sendMany` to as many recipients as the second argument says, at the server that the first one names.
import { createBaasClient } from '@jeonbo/baas-client';
import { plan } from './plan.ts';
import { makeRecipients } from './recipients.ts';
import { createMeter } from './report.ts';

const [baseUrl = '', count = '0'] = process.argv.slice(2);
const { projectId, ...message } = plan;
const baas = createBaasClient({ baseUrl, apiKey: 'bench', projectId });
const meter = createMeter(Number(count));
for await (const outcome of baas.sendMany(makeRecipients(Number(count)), message)) {
  if (outcome.state !== 'accepted') throw outcome.error;
  meter.add(outcome.receipt.accepted);
}
meter.report();
