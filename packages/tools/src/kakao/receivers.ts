import { errorTexts, type JeonboError, type Recipient, type SendReceipt } from '@jeonbo/core';
import { flag, list, object, text, words } from '../json-schema.ts';
import type { KakaoContext } from './context.ts';
import { reasonOf, reasons } from './reasons.ts';

const outcomes = ['complete', 'partial', 'none'] as const;

const receiver = object({
  required: { sent: flag },
  optional: {
    uuid: text,
    id: text,
    error_code: text,
    reason: words(...reasons),
    error: text,
    may_have_been_sent: flag,
  },
});

export const receiversOutput = { outcome: words(...outcomes), receivers: list(receiver) };

type Reader = Pick<KakaoContext, 'guard' | 'language'>;
type Receipt = Pick<SendReceipt, 'accepted' | 'rejected' | 'unknown'>;

/** What became of each. One who was accepted by an earlier call counts as sent. */
export function describeReceivers({ accepted, rejected, unknown }: Receipt, reader: Reader) {
  const failures = [...rejected, ...unknown];
  const receivers = [
    ...accepted.map((recipient) => ({ ...named(recipient, reader), sent: true })),
    ...failures.map(({ recipient, error }) => ({
      ...named(recipient, reader),
      sent: false,
      ...describeRefusal(error, reader),
    })),
  ];
  const mixed = failures.length > 0 ? 'partial' : 'complete';
  const outcome: (typeof outcomes)[number] = accepted.length === 0 ? 'none' : mixed;
  return { outcome, receivers };
}

/** The same a line each, for hosts that show a model the text alone; those who got it in one. */
export function tellReceivers(receipt: Receipt, reader: Reader): string {
  const { outcome } = describeReceivers(receipt, reader);
  const sent = receipt.accepted.map((recipient) => nameFor(recipient, reader));
  const failed = [...receipt.rejected, ...receipt.unknown].map(({ recipient, error: cause }) => {
    const { error_code, reason, error } = describeRefusal(cause, reader);
    return `${nameFor(recipient, reader)}: ${error_code} (${reason}) ${error}`;
  });
  const head = { en: 'Sent to', ko: '보낸 사람' }[reader.language];
  const lines = sent.length > 0 ? [`${head}: ${sent.join(', ')}`, ...failed] : failed;
  return [`outcome: ${outcome}`, ...lines].join('\n');
}

/** As the agent named them: with a book it never learns a uuid. */
export function nameFor(recipient: Recipient, { guard }: Pick<Reader, 'guard'>): string {
  const uuid = recipient !== 'me' && 'kakaoUuid' in recipient ? recipient.kakaoUuid : 'me';
  if (guard.recipients !== 'book' || uuid === 'me') return uuid;
  return [...(guard.book?.values() ?? [])].find((one) => one.kakaoUuid === uuid)?.id ?? '';
}

function named(recipient: Recipient, reader: Reader): { uuid: string } | { id: string } {
  const name = nameFor(recipient, reader);
  return reader.guard.recipients === 'book' ? { id: name } : { uuid: name };
}

function describeRefusal(error: JeonboError, { language }: Reader) {
  const { code, mayHaveBeenSent } = error;
  const told = mayHaveBeenSent ? 'DELIVERY_UNKNOWN' : code;
  return {
    error_code: told,
    reason: reasonOf(error),
    error: errorTexts[language][told],
    ...(mayHaveBeenSent && { may_have_been_sent: true }),
  };
}
