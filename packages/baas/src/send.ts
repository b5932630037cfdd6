import { type CallOptions, issuesError } from '@jeonbo/core';
import { readGroup } from './answers.ts';
import { checkMessage } from './check.ts';
import { dashed } from './dashed.ts';
import { provider } from './settings.ts';
import { required, signalOf, type Transport } from './transport.ts';
import type { GroupReceipt, MmsInput, SmsInput } from './types.ts';

/** What distinguishes the two on the wire, by the vendor's manual. */
const kinds = {
  sms: { v1: '/message/sms', v2: '/api/message/sms', channel_id: 1 },
  mms: { v1: '/message/mms', v2: '/api/message/mms', channel_id: 3 },
} as const;

export function sendSms(
  transport: Transport,
  input: SmsInput,
  options?: CallOptions,
): Promise<GroupReceipt> {
  return send(transport, 'sms', input, {}, options);
}

export function sendMms(
  transport: Transport,
  input: MmsInput,
  options?: CallOptions,
): Promise<GroupReceipt> {
  const { subject, imageUrls = [] } = input;
  return send(transport, 'mms', input, { subject, img_url_list: imageUrls }, options);
}

async function send(
  transport: Transport,
  kind: 'sms' | 'mms',
  input: SmsInput | MmsInput,
  extras: Readonly<Record<string, unknown>>,
  options: CallOptions | undefined,
): Promise<GroupReceipt> {
  const { errors, warnings } = checkMessage(input);
  if (errors.length > 0) throw issuesError(errors, provider);
  const { settings } = transport;
  const profile = settings.profile();
  const answer = await transport.request({
    method: 'POST',
    path: kinds[kind][profile],
    safety: 'send',
    json: {
      recipients: input.recipients.map(({ phoneNumber, memberCode }) => ({
        phone_number: dashed(phoneNumber),
        member_code: memberCode,
      })),
      message: input.message,
      ...extras,
      callback_number: dashed(input.callbackNumber),
      channel_id: kinds[kind].channel_id,
      ...(profile === 'v1' && { project_id: settings.requiredProjectId(input.projectId) }),
    },
    ...signalOf(options),
  });
  const { groupId, message } = required(readGroup(answer), answer, 'send');
  return {
    groupId,
    accepted: input.recipients.length,
    message,
    warnings,
    requestId: answer.requestId,
    raw: answer.json,
  };
}
