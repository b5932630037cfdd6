// The smallest real example of @jeonbo/baas-client, against the sandbox: type-checked and run as a stranger would.
import { createBaasClient } from '@jeonbo/baas-client';
import { JeonboError } from '@jeonbo/core';
import { startSandbox } from '@jeonbo/sandbox';

const seen: unknown[] = [];
const sandbox = await startSandbox({ deliveryMs: 1 });
try {
  const baas = createBaasClient({
    baseUrl: sandbox.url,
    apiKey: 'any',
    projectId: '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001',
  });
  const { groupId } = await baas.sms.send({
    recipients: [{ phoneNumber: '010-1234-5678', memberCode: 'user123' }],
    message: '인증번호는 482913입니다.',
    callbackNumber: '02-1234-5678',
  });
  const { code } = await sandbox.waitFor({ to: '010-1234-5678', state: 'delivered' });
  const { status } = await baas.messages.status(groupId);
  seen.push(status, code);
  await baas.sms.send({ recipients: [], message: '안내', callbackNumber: '02-1234-5678' });
} catch (error) {
  if (!JeonboError.is(error)) throw error;
  seen.push(error.code);
} finally {
  await sandbox.close();
}
// biome-ignore lint/suspicious/noConsole: what a program is for.
console.log(seen.join(' '));
