import { JeonboError, type TemplateVariables } from '@jeonbo/core';
import type { NamedRecipient } from '../guard/recipients.ts';
import { nameOf } from '../messaging/inputs.ts';
import type { TwilioContext } from './context.ts';
import type { ToInput } from './inputs.ts';

/**
 * Whom `to` names, in the vocabulary of the guard rails. Left out, it is the operator's own phone, which the rails hold
 * like any other.
 *
 * @throws JeonboError `VALIDATION_ERROR` where nobody is named at all
 */
export function recipientsOf(to: ToInput, context: TwilioContext): NamedRecipient[] {
  if (to === undefined) return [defaultOf(context)];
  const byId = context.guard.recipients === 'book';
  return [to].flat().map((one): NamedRecipient => {
    if (typeof one === 'string') return byId ? { bookId: one } : { phoneNumber: one };
    const extras = one.variables && { variables: one.variables };
    return 'id' in one
      ? { bookId: one.id, ...extras }
      : { phoneNumber: one.phone_number, ...extras };
  });
}

/** With a book, a phone that is not in it is refused like any stranger's. */
function defaultOf({ notificationPhone: phoneNumber, guard }: TwilioContext): NamedRecipient {
  if (phoneNumber === undefined)
    throw new JeonboError('VALIDATION_ERROR', 'Give to, or set NOTIFICATION_PHONE.', {
      provider: 'twilio',
      field: 'to',
    });
  const name = nameOf({ phoneNumber });
  const known = [...(guard.book?.values() ?? [])].find(
    (entry) =>
      entry.phoneNumber !== undefined && nameOf({ phoneNumber: entry.phoneNumber }) === name,
  );
  return known ? { bookId: known.id } : { phoneNumber };
}

/** The same people, each with these values too. */
export function withVariables(
  recipients: readonly NamedRecipient[],
  variables: TemplateVariables,
): NamedRecipient[] {
  return recipients.map((one) =>
    one === 'me' ? one : { ...one, variables: { ...one.variables, ...variables } },
  );
}
