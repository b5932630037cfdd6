import { JeonboError, type Recipient, type TemplateVariables } from '@jeonbo/core';
import { isAllowed } from './allowed-recipients.ts';
import type { Address, BookEntry } from './recipient-book.ts';
import type { GuardSettings } from './settings.ts';

/** Whom a tool was asked to reach: a recipient, or a person of the operator's book. */
export type NamedRecipient =
  | Recipient
  | { readonly bookId: string; readonly variables?: TemplateVariables };

/**
 * Who it is. With a book, people can be named by id and in no other way; only the person themself needs no entry.
 *
 * @param address what the provider reaches people by
 * @throws JeonboError `RECIPIENT_NOT_ALLOWED`
 */
export function resolveRecipients(
  { recipients: mode, book }: GuardSettings,
  named: readonly NamedRecipient[],
  address: Address = 'phoneNumber',
): Recipient[] {
  return named.map((recipient, index) => {
    if (recipient === 'me') return recipient;
    const byId = 'bookId' in recipient;
    if (!byId && mode !== 'book') return recipient;
    const entry = byId ? book?.get(recipient.bookId) : undefined;
    const found = entry && fromBook(entry, address, recipient.variables);
    if (!found)
      throw notAllowed(
        index,
        'This id is not in the recipient book. list_recipients shows who is.',
      );
    return found;
  });
}

/**
 * Whether they may be reached.
 *
 * @throws JeonboError `RECIPIENT_NOT_ALLOWED`; `details.positions` holds the first ten
 */
export function refuseStrangers(
  { allowed }: GuardSettings,
  recipients: readonly Recipient[],
): void {
  if (!allowed) return;
  const strangers = recipients.flatMap((recipient, index) =>
    isAllowed(allowed, recipient) ? [] : [index],
  );
  if (strangers.length === 0) return;
  throw notAllowed(
    strangers[0] as number,
    `${strangers.length} of ${recipients.length} recipients are not on the operator’s list. Nothing was sent.`,
    { count: strangers.length, positions: strangers.slice(0, 10) },
  );
}

/** Nobody where the entry has no such address. */
function fromBook(
  { phoneNumber, kakaoUuid, memberCode }: BookEntry,
  address: Address,
  variables?: TemplateVariables,
): Recipient | undefined {
  const extras = {
    ...(memberCode !== undefined && { memberCode }),
    ...(variables && { variables }),
  };
  if (address === 'kakaoUuid')
    return kakaoUuid === undefined ? kakaoUuid : { kakaoUuid, ...extras };
  return phoneNumber === undefined ? phoneNumber : { phoneNumber, ...extras };
}

function notAllowed(
  index: number,
  message: string,
  details?: Record<string, unknown>,
): JeonboError {
  return new JeonboError('RECIPIENT_NOT_ALLOWED', message, {
    field: `to[${index}]`,
    ...(details && { details }),
  });
}
