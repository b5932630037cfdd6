import { JeonboError, type Recipient, type TemplateVariables } from '@jeonbo/core';
import { isAllowed } from './allowed-recipients.ts';
import type { BookEntry } from './recipient-book.ts';
import type { GuardSettings } from './settings.ts';

/** Whom a tool was asked to reach: a recipient, or a person of the operator's book. */
export type NamedRecipient =
  | Recipient
  | { readonly bookId: string; readonly variables?: TemplateVariables };

/**
 * Who it is. With a book, people can be named by id and in no other way.
 *
 * @throws JeonboError `RECIPIENT_NOT_ALLOWED`
 */
export function resolveRecipients(
  { recipients: mode, book }: GuardSettings,
  named: readonly NamedRecipient[],
): Recipient[] {
  return named.map((recipient, index) => {
    const byId = recipient !== 'me' && 'bookId' in recipient;
    if (!byId && mode !== 'book') return recipient;
    const entry = byId ? book?.get(recipient.bookId) : undefined;
    if (!byId || !entry)
      throw notAllowed(
        index,
        'This id is not in the recipient book. list_recipients shows who is.',
      );
    return fromBook(entry, recipient.variables);
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
  const strangers = recipients.flatMap((recipient, index) => {
    // The logged-in person may always write to themself.
    const known =
      recipient === 'me' ||
      ('phoneNumber' in recipient && isAllowed(allowed, recipient.phoneNumber));
    return known ? [] : [index];
  });
  if (strangers.length === 0) return;
  throw notAllowed(
    strangers[0] as number,
    `${strangers.length} of ${recipients.length} recipients are not on the operator’s list. Nothing was sent.`,
    { count: strangers.length, positions: strangers.slice(0, 10) },
  );
}

function fromBook(
  { phoneNumber, memberCode }: BookEntry,
  variables?: TemplateVariables,
): Recipient {
  return {
    phoneNumber,
    ...(memberCode !== undefined && { memberCode }),
    ...(variables && { variables }),
  };
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
