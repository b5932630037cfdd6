import { parsePhoneNumber } from '@jeonbo/core/phone';

export interface CampaignRecipient {
  readonly phoneNumber: string;
  /** `#{name}` in the text becomes this. */
  readonly variables: { readonly name: string };
}

/** One person a line: `010-1234-5678,홍길동`. Empty lines are skipped; a phone that stands there twice counts once. */
export function parseRecipients(lines: string): CampaignRecipient[] {
  const recipients = new Map<string, CampaignRecipient>();
  for (const line of lines.split('\n').map((line) => line.trim())) {
    const [given = '', ...name] = line.split(',');
    // However it is written, it is one phone. What is no number at all stays as it is: the check will name it.
    const phoneNumber = parsePhoneNumber(given)?.dashed ?? given.trim();
    const recipient = { phoneNumber, variables: { name: name.join(',').trim() } };
    if (line !== '' && !recipients.has(phoneNumber)) recipients.set(phoneNumber, recipient);
  }
  return [...recipients.values()];
}
