import type { CheckResult, Issue, OutboundMessage, Recipient } from '@jeonbo/core';
import { JeonboError, render } from '@jeonbo/core';
import type { Address } from '../guard/recipient-book.ts';
import { type NamedRecipient, refuseStrangers, resolveRecipients } from '../guard/recipients.ts';
import { refuseSecrets } from '../guard/secrets.ts';
import type { ToolContext } from '../tool.ts';

export interface CheckInput {
  readonly text: string;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  /** What the provider reaches people by. Default: their phone. */
  readonly address?: Address;
  /** Left out: only the text is looked at. */
  readonly to?: readonly NamedRecipient[] | undefined;
}

/**
 * The provider's own check.
 *
 * @param texts as they would be read, each once
 */
export type Check = (to: readonly Recipient[] | undefined, texts: readonly string[]) => CheckResult;

/** What a send would find, the rails included, without sending. */
export function checkAll(
  input: CheckInput,
  check: Check,
  { guard, secrets }: Pick<ToolContext, 'guard' | 'secrets'>,
): CheckResult {
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

  const to = input.to && attempt(() => resolveRecipients(guard, input.to ?? [], input.address));
  const texts = (to && attempt(() => textsFor(to, input.text))) ?? [input.text];
  const result = check(to, texts);
  if (to) attempt(() => refuseStrangers(guard, to));
  attempt(() => refuseSecrets(withoutUndefined({ ...input, to: [], text: '' }), secrets));
  for (const text of texts) attempt(() => refuseSecrets({ to: ['me'], text }, secrets));
  const errors = [...result.errors, ...found];
  return { ...result, ok: errors.length === 0, errors };
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
