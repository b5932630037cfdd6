import {
  type CallOptions,
  distinctIssues,
  JeonboError,
  type OutboundMessage,
  type Recipient,
  render,
  type SendReceipt,
} from '@jeonbo/core';
import type { TextTemplate } from './content-types.ts';
import { provider } from './provider.ts';
import { errorOf, inFives, sendInParts } from './receivers.ts';
import type { KakaoClient, ReceiverOutcome } from './types.ts';

/** The canonical name of a recipient, for the ledger: the uuid, or `me`. */
export function nameOf(recipient: Recipient): string {
  if (recipient === 'me') return 'me';
  if ('kakaoUuid' in recipient) return recipient.kakaoUuid;
  throw new JeonboError('NOT_SUPPORTED', 'Kakao sends to friends and oneself only.', {
    provider,
    field: 'to',
  });
}

/** Sends one request for each text and five friends, and one for oneself. */
export async function sendTexts(
  kakao: KakaoClient,
  message: OutboundMessage,
  templateOf: (text: string) => TextTemplate,
  call: CallOptions,
): Promise<SendReceipt> {
  const results = await sendInParts(partsOf(message), async ({ text, uuids }) => {
    const template = templateOf(text);
    if (!uuids.includes('me'))
      return kakao.friends.sendDefault({ receiverUuids: uuids, template }, call);
    const { warnings, raw } = await kakao.memo.sendDefault(template, call);
    return { receivers: [{ uuid: 'me', state: 'sent' as const }], warnings, raw };
  });
  const outcomes = results.flatMap(({ part, receivers }) =>
    part.recipients.map((recipient) => ({
      recipient,
      // A request to several names each of them once.
      outcome: receivers.find(({ uuid }) => uuid === nameOf(recipient)) as ReceiverOutcome,
    })),
  );
  const failures = (wanted: ReceiverOutcome['state']) =>
    outcomes.flatMap(({ recipient, outcome }) => {
      const error = errorOf(outcome);
      return error && outcome.state === wanted ? [{ recipient, error }] : [];
    });
  const accepted = outcomes.filter(({ outcome }) => outcome.state === 'sent');
  const receipt: SendReceipt = {
    provider,
    id: '',
    accepted: accepted.map(({ recipient }) => recipient),
    rejected: failures('rejected'),
    unknown: failures('unknown'),
    duplicate: false,
    warnings: distinctIssues(results.flatMap(({ warnings = [] }) => warnings)),
    raw: results.map(({ raw }) => raw),
  };
  const [failure] = [...receipt.unknown, ...receipt.rejected];
  if (accepted.length > 0 || !failure) return receipt;
  const { error } = failure;
  throw new JeonboError(error.code, error.message, { ...error, cause: error.cause, receipt });
}

/** The same person with the same text is named once. */
function partsOf({ to, text }: OutboundMessage) {
  const byText = Map.groupBy(to, (recipient) =>
    render(text, recipient === 'me' ? undefined : recipient.variables),
  );
  return [...byText].flatMap(([filled, all]) => {
    const byName = Map.groupBy(all, nameOf);
    const friends = [...byName.keys()].filter((name) => name !== 'me');
    const groups = byName.has('me') ? [['me'], ...inFives(friends)] : inFives(friends);
    return groups.map((uuids) => ({
      text: filled,
      uuids,
      recipients: uuids.flatMap((name) => byName.get(name) ?? []),
    }));
  });
}
