import * as z from 'zod/mini';
import type { NamedRecipient } from '../guard/recipients.ts';
import { consentFields, consentWords, variables } from '../messaging/inputs.ts';
import type { Words } from '../words.ts';

const count = [
  z.minLength(1, 'INVALID_RECIPIENTS_COUNT'),
  z.maxLength(1000, 'INVALID_RECIPIENTS_COUNT'),
] as const;

/** People by number, as the vendor takes them. */
export const numbers = z
  .array(z.strictObject({ phone_number: z.string(), member_code: z.string(), variables }))
  .check(...count);

/** People by their id in the operator's book: no number goes in or out. */
export const people = z.array(z.strictObject({ id: z.string(), variables })).check(...count);

export type RecipientsInput = z.output<typeof numbers> | z.output<typeof people>;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const projectId = z.optional(
  z.string().check(
    z.refine((value) => uuid.test(value), 'must be a UUID'),
    z.meta({ format: 'uuid' }),
  ),
);

/** Lengths are told in the listing and held by the client's check, which counts characters as people do. */
export const message = z.string().check(z.meta({ maxLength: 2000 }));
export const subject = z.string().check(z.meta({ maxLength: 40 }));

/** What every send takes beside its recipients. */
export const sendFields = {
  message,
  callback_number: z.string(),
  project_id: projectId,
  ...consentFields,
};

export const words = {
  recipients: {
    en: 'Mobile numbers (010-1234-5678) with your member code of each; variables fill #{name} in the message',
    ko: '휴대폰 번호(010-1234-5678)와 회원 코드. variables는 본문의 #{이름}을 채움',
  },
  people: {
    en: 'Ids from list_recipients; variables fill #{name} in the message',
    ko: 'list_recipients의 id. variables는 본문의 #{이름}을 채움',
  },
  message: { en: 'Text, at most 2000 characters', ko: '본문, 2000자 이하' },
  subject: { en: 'Title, at most 40 characters', ko: '제목, 40자 이하' },
  callback_number: { en: 'Sender number registered with BaaS', ko: 'BaaS에 등록된 발신번호' },
  project_id: { en: 'Default: PROJECT_ID', ko: '기본값: PROJECT_ID' },
  ...consentWords,
} as const satisfies Record<string, Words>;

export function named(recipients: RecipientsInput): NamedRecipient[] {
  return recipients.map((recipient) => {
    const extras = recipient.variables && { variables: recipient.variables };
    return 'id' in recipient
      ? { bookId: recipient.id, ...extras }
      : { phoneNumber: recipient.phone_number, memberCode: recipient.member_code, ...extras };
  });
}
