import * as z from 'zod/mini';
import { consentFields, consentWords, variables } from '../messaging/inputs.ts';
import type { Words } from '../words.ts';

/** Each is a request of its own, and the client waits for all of them. */
const mostRecipients = 100;

const count = [
  z.minLength(1, 'INVALID_RECIPIENTS_COUNT'),
  z.maxLength(mostRecipients, 'INVALID_RECIPIENTS_COUNT'),
] as const;

/** `whatsapp:…` and the like are other channels, and what stands behind the colon is no number. */
const phone = z.string().check(z.refine((value) => !value.includes(':'), 'INVALID_PHONE_NUMBER'));
const number = z.union([phone, z.strictObject({ phone_number: phone, variables })]);
const person = z.union([z.string(), z.strictObject({ id: z.string(), variables })]);

/** One number or several. */
export const numbers = z.optional(z.union([phone, z.array(number).check(...count)]));

/** The same by id in the operator's book: no number goes in or out. */
export const people = z.optional(z.union([z.string(), z.array(person).check(...count)]));

/** Both where the text is the same for all. */
export const plainNumbers = z.optional(z.union([phone, z.array(phone).check(...count)]));
export const plainPeople = z.optional(z.union([z.string(), z.array(z.string()).check(...count)]));

export type ToInput = z.output<typeof numbers> | z.output<typeof people>;

/** The length is told in the listing and held by the client's check, which counts characters as people do. */
export const message = z.string().check(z.meta({ maxLength: 1600 }));

export const sendFields = { message, ...consentFields };

export const words = {
  to: {
    en: 'E.164 (+41791234567), one or up to 100; variables fill #{name}. Default: NOTIFICATION_PHONE',
    ko: 'E.164 번호(+821012345678) 하나 또는 최대 100개. variables는 #{이름}을 채움. 기본값: NOTIFICATION_PHONE',
  },
  people: {
    en: 'Ids from list_recipients, one or up to 100; variables fill #{name}. Default: NOTIFICATION_PHONE',
    ko: 'list_recipients의 id 하나 또는 최대 100개. variables는 #{이름}을 채움. 기본값: NOTIFICATION_PHONE',
  },
  plainTo: {
    en: 'E.164 (+41791234567), one or up to 100. Default: NOTIFICATION_PHONE',
    ko: 'E.164 번호(+821012345678) 하나 또는 최대 100개. 기본값: NOTIFICATION_PHONE',
  },
  plainPeople: {
    en: 'Ids from list_recipients, one or up to 100. Default: NOTIFICATION_PHONE',
    ko: 'list_recipients의 id 하나 또는 최대 100개. 기본값: NOTIFICATION_PHONE',
  },
  message: { en: 'Text, at most 1600 characters', ko: '본문, 1600자 이하' },
  ...consentWords,
} as const satisfies Record<string, Words>;
