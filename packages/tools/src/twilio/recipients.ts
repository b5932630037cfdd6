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
  const byId = context.guard.recipients === 'book';
  const given = [to ?? defaultTo(context, byId)].flat();
  return given.map((one): NamedRecipient => {
    if (typeof one === 'string') return byId ? { bookId: one } : { phoneNumber: one };
    const extras = one.variables && { variables: one.variables };
    return 'id' in one
      ? { bookId: one.id, ...extras }
      : { phoneNumber: one.phone_number, ...extras };
  });
}

function defaultTo({ notificationPhone, guard }: TwilioContext, byId: boolean): string {
  if (notificationPhone === undefined)
    throw new JeonboError('VALIDATION_ERROR', 'Give to, or set NOTIFICATION_PHONE.', {
      provider: 'twilio',
      field: 'to',
    });
  if (!byId) return notificationPhone;
  const name = nameOf({ phoneNumber: notificationPhone });
  const known = [...(guard.book?.values() ?? [])].find((entry) => nameOf(entry) === name);
  if (known) return known.id;
  throw new JeonboError(
    'RECIPIENT_NOT_ALLOWED',
    'NOTIFICATION_PHONE is not in the recipient book. Name somebody who is: list_recipients.',
    { provider: 'twilio', field: 'to' },
  );
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
