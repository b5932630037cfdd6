import { maskPhoneNumber } from '@jeonbo/core';
import { parsePhoneNumber } from '@jeonbo/core/phone';
import * as z from 'zod/mini';

export interface BookEntry {
  readonly id: string;
  readonly name: string;
  /** A phone, a KakaoTalk friend, or both. */
  readonly phoneNumber?: string;
  readonly kakaoUuid?: string;
  readonly memberCode?: string;
}

/** What a provider reaches people by. */
export type Address = 'phoneNumber' | 'kakaoUuid';

/** The operator's list of people, by id. With it an agent names people and never learns a number or uuid. */
export type RecipientBook = ReadonlyMap<string, BookEntry>;

const bookFile = z.array(
  z.strictObject({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    name: z.string(),
    phone_number: z.optional(z.string()),
    kakao_uuid: z.optional(z.string().check(z.regex(/^[^\s"]+$/))),
    member_code: z.optional(z.string()),
  }),
);

/**
 * Reads the JSON of a recipient book: `[{ "id", "name", "phone_number"?, "kakao_uuid"?, "member_code"? }]`.
 *
 * @throws Error that names the entry's position, never a number or uuid
 */
export function readBook(json: string): RecipientBook {
  const parsed = bookFile.safeParse(parseJson(json));
  if (!parsed.success)
    throw new Error(
      `Must be a JSON list of {id, name, phone_number?, kakao_uuid?, member_code?}; wrong at ${parsed.error.issues[0]?.path.join('.') || 'the top'}.`,
    );
  const book = new Map<string, BookEntry>();
  for (const [index, entry] of parsed.data.entries()) {
    const { id, name, phone_number, kakao_uuid, member_code } = entry;
    if (book.has(id)) throw new Error(`Entry ${index + 1} repeats the id of another.`);
    if (phone_number === undefined && kakao_uuid === undefined)
      throw new Error(`Entry ${index + 1} has neither phone_number nor kakao_uuid.`);
    if (phone_number !== undefined && !parsePhoneNumber(phone_number))
      throw new Error(`Entry ${index + 1} has no valid phone_number.`);
    book.set(id, {
      id,
      name,
      ...(phone_number !== undefined && { phoneNumber: phone_number }),
      ...(kakao_uuid !== undefined && { kakaoUuid: kakao_uuid }),
      ...(member_code !== undefined && { memberCode: member_code }),
    });
  }
  if (book.size === 0) throw new Error('The list is empty.');
  return book;
}

/** Those whom a provider can reach, as an agent may see them. */
export function describeBook(book: RecipientBook, address: Address) {
  return [...book.values()]
    .filter((entry) => entry[address] !== undefined)
    .map(({ id, name, phoneNumber }) => ({
      id,
      name,
      ...(address === 'phoneNumber' && { phone: maskPhoneNumber(phoneNumber ?? '') }),
    }));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('The file is not JSON.');
  }
}
