import type { CheckResult, Issue, OutboundMessage, Recipient } from '@jeonbo/core';
import { JeonboError, render } from '@jeonbo/core';
import { type NamedRecipient, refuseStrangers, resolveRecipients } from '../guard/recipients.ts';
import { refuseSecrets } from '../guard/secrets.ts';
import type { BaasContext } from './context.ts';

export interface CheckInput {
  readonly text: string;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly purpose?: OutboundMessage['purpose'];
  readonly nightConsent?: boolean | undefined;
  /** Left out: only the text is looked at. */
  readonly to?: readonly NamedRecipient[] | undefined;
}

/** What a send would find, the rails included, without sending. The figures are those of the heaviest text. */
export function checkAll(input: CheckInput, context: BaasContext): CheckResult {
  const found: Issue[] = [];
  const attempt = <Result>(rail: () => Result): Result | undefined => {
    try {
      return rail();
    } catch (error) {
      if (!JeonboError.is(error)) throw error;
      found.push({ code: error.code, field: error.field ?? '', message: error.message });
      return undefined;
    }
  };

  const to = input.to && attempt(() => resolveRecipients(context.guard, input.to ?? []));
  const texts = (to && attempt(() => textsFor(to, input.text))) ?? [input.text];
  const checks = texts.map((text, index) =>
    checkText(text, index === 0 ? to : undefined, input, context),
  );
  if (to) attempt(() => refuseStrangers(context.guard, to));
  attempt(() => refuseSecrets(withoutUndefined({ ...input, to: [], text: '' }), context.secrets));
  for (const text of texts) attempt(() => refuseSecrets({ to: ['me'], text }, context.secrets));

  const heaviest = checks.reduce((most, next) => (next.bytes > most.bytes ? next : most));
  const errors = [...checks.flatMap((check) => check.errors), ...found];
  const warnings = checks.flatMap((check) => check.warnings);
  return { ...heaviest, ok: errors.length === 0, errors, warnings };
}

function checkText(
  message: string,
  to: readonly Recipient[] | undefined,
  { subject, from, purpose, nightConsent }: CheckInput,
  { baas }: BaasContext,
): CheckResult {
  return baas.check({
    message,
    ...(subject !== undefined && { subject }),
    ...(from !== undefined && { callbackNumber: from }),
    ...(purpose && { purpose }),
    ...(nightConsent !== undefined && { nightConsent }),
    ...(to && { recipients: to.map(toBaas) }),
  });
}

function toBaas(recipient: Recipient) {
  const phoneNumber = recipient !== 'me' && 'phoneNumber' in recipient ? recipient.phoneNumber : '';
  return { phoneNumber, memberCode: '' };
}

/** Each distinct filled text once. */
function textsFor(to: readonly Recipient[], text: string): string[] {
  const texts = to.map((recipient) => render(text, recipient === 'me' ? {} : recipient.variables));
  return texts.length > 0 ? [...new Set(texts)] : [text];
}

function withoutUndefined(input: CheckInput & { to: Recipient[] }): OutboundMessage {
  const { to, text, subject, from } = input;
  return {
    to,
    text,
    ...(subject !== undefined && { subject }),
    ...(from !== undefined && { from }),
  };
}
