import { maskPhoneNumber } from '@jeonbo/core';
import { parsePhoneNumber } from '@jeonbo/core/phone';
import * as z from 'zod/mini';

export interface BookEntry {
  readonly id: string;
  readonly name: string;
  readonly phoneNumber: string;
  readonly memberCode?: string;
}

/** The operator's list of people, by id. With it an agent names people and never learns a number. */
export type RecipientBook = ReadonlyMap<string, BookEntry>;

const bookFile = z.array(
  z.strictObject({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    name: z.string(),
    phone_number: z.string(),
    member_code: z.optional(z.string()),
  }),
);

/**
 * Reads the JSON of a recipient book: `[{ "id", "name", "phone_number", "member_code"? }]`.
 *
 * @throws Error that names the entry's position, never a number
 */
export function readBook(json: string): RecipientBook {
  const parsed = bookFile.safeParse(parseJson(json));
  if (!parsed.success)
    throw new Error(
      `Must be a JSON list of {id, name, phone_number, member_code?}; wrong at ${parsed.error.issues[0]?.path.join('.') || 'the top'}.`,
    );
  const book = new Map<string, BookEntry>();
  for (const [index, { id, name, phone_number, member_code }] of parsed.data.entries()) {
    if (book.has(id)) throw new Error(`Entry ${index + 1} repeats the id of another.`);
    if (!parsePhoneNumber(phone_number))
      throw new Error(`Entry ${index + 1} has no valid phone_number.`);
    book.set(id, {
      id,
      name,
      phoneNumber: phone_number,
      ...(member_code !== undefined && { memberCode: member_code }),
    });
  }
  if (book.size === 0) throw new Error('The list is empty.');
  return book;
}

/** The book as an agent may see it. */
export function describeBook(book: RecipientBook) {
  return [...book.values()].map(({ id, name, phoneNumber }) => ({
    id,
    name,
    phone: maskPhoneNumber(phoneNumber),
  }));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('The file is not JSON.');
  }
}
