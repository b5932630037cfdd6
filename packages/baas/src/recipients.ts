import { type CallOptions, issuesError } from '@jeonbo/core';
import { checkRecipientNumber } from '@jeonbo/core/phone';
import { readRecipientId } from './answers.ts';
import { dashed } from './dashed.ts';
import { provider } from './settings.ts';
import { required, signalOf, type Transport } from './transport.ts';
import type { RecipientInput, RegisteredRecipient } from './types.ts';

/** `POST /recipient/{project_id}`: a person whose id may then stand as `member_code`. Sends nothing to them. */
export async function registerRecipient(
  transport: Transport,
  { name, phone, description, data, projectId }: RecipientInput,
  options?: CallOptions,
): Promise<RegisteredRecipient> {
  const issues = checkRecipientNumber(phone, 'phone');
  if (issues.length > 0) throw issuesError(issues, provider);
  const project = transport.settings.requiredProjectId(projectId);
  const answer = await transport.request({
    method: 'POST',
    path: `/recipient/${project}`,
    // Not repeated either: a second one would be a second person in the vendor's list.
    safety: 'write',
    // The vendor takes `data` as a JSON string.
    json: { name, phone: dashed(phone), description, data: data && JSON.stringify(data) },
    ...signalOf(options),
  });
  return { id: required(readRecipientId(answer), answer, 'write'), raw: answer.json };
}
