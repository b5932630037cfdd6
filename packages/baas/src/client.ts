import { sendInChunks } from '@jeonbo/core';
import { checkMessage } from './check.ts';
import { getHistory, getStatus } from './messages.ts';
import { registerRecipient } from './recipients.ts';
import { sendMms, sendSms } from './send.ts';
import { maxRecipients } from './send-groups.ts';
import { createTransport } from './transport.ts';
import type { BaasClient, BaasClientOptions, BaasRecipient } from './types.ts';

/**
 * The BaaS API as it is: SMS, MMS, status, recipients. Nothing is read or opened before the first call.
 *
 * Sends leave at most once; see README for the table.
 *
 * @example
 * const baas = createBaasClient({ apiKey, projectId });
 * const { groupId } = await baas.sms.send({
 *   recipients: [{ phoneNumber: '010-1234-5678', memberCode: 'user123' }],
 *   message: '인증번호는 482913입니다.',
 *   callbackNumber: '02-1234-5678',
 * });
 * const { status } = await baas.messages.status(groupId); // '전송중', then '성공'
 */
export function createBaasClient(options: BaasClientOptions = {}): BaasClient {
  const transport = createTransport(options);
  return {
    sms: { send: (input, call) => sendSms(transport, input, call) },
    mms: { send: (input, call) => sendMms(transport, input, call) },
    messages: {
      status: (groupId, call) => getStatus(transport, groupId, call),
      history: (input, call) => getHistory(transport, options, input, call),
    },
    recipients: { register: (input, call) => registerRecipient(transport, input, call) },
    check: checkMessage,
    sendMany(
      recipients,
      { message, callbackNumber, subject, imageUrls, projectId, chunkSize, ...bulk },
    ) {
      const call = bulk.signal ? { signal: bulk.signal } : {};
      const shared = { message, callbackNumber, ...(projectId !== undefined && { projectId }) };
      const send = (chunk: readonly BaasRecipient[]) =>
        subject === undefined
          ? sendSms(transport, { ...shared, recipients: chunk }, call)
          : sendMms(
              transport,
              { ...shared, recipients: chunk, subject, ...(imageUrls && { imageUrls }) },
              call,
            );
      return sendInChunks(
        recipients,
        Math.min(chunkSize ?? maxRecipients, maxRecipients),
        send,
        bulk,
      );
    },
    get projectId() {
      return transport.settings.projectId();
    },
    get ledger() {
      return options.ledger;
    },
  };
}
