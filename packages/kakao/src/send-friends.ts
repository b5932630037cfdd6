import { type CallOptions, type Issue, issuesError, JeonboError } from '@jeonbo/core';
import { checkMessage, repeatedReceivers } from './check.ts';
import type { KakaoContent } from './content-types.ts';
import { isReceiversOwn } from './errors.ts';
import { provider } from './provider.ts';
import { errorOf, inFives, outcomeOf, sendInParts } from './receivers.ts';
import { sendToFriends } from './send.ts';
import type { Transport } from './transport.ts';
import type { FriendsReceipt, ReceiverOutcome } from './types.ts';

/** Sends to up to 100 friends, five a request. */
export async function sendFriends(
  transport: Transport,
  { receiverUuids, ...content }: KakaoContent & { readonly receiverUuids: readonly string[] },
  call?: CallOptions,
): Promise<FriendsReceipt> {
  const { errors, warnings: found } = checkMessage({ receiverUuids, ...content });
  if (errors.length > 0) throw issuesError(errors, provider);
  const parts = inFives([...new Set(receiverUuids)]).map((uuids) => ({ uuids }));
  const results = await sendInParts(parts, ({ uuids }) =>
    sendToFriends(transport, uuids, content, call),
  );
  const receivers = results.flatMap((result) => result.receivers);
  const warnings = [...found, ...repeatedReceivers(receiverUuids)];
  const outcome = outcomeOf(receivers);
  if (outcome === 'none') throwIfNoReceivers(receivers, warnings);
  return { outcome, receivers, warnings, raw: results.map(({ raw }) => raw) };
}

/** Nobody was sent to, and for none of them the reason is their own: a doubt first, since it must not be missed. */
function throwIfNoReceivers(
  receivers: readonly ReceiverOutcome[],
  warnings: readonly Issue[],
): void {
  const failed = (wanted: ReceiverOutcome['state']) =>
    receivers.flatMap((one) => {
      const error = errorOf(one);
      return error && one.state === wanted ? [{ recipient: { kakaoUuid: one.uuid }, error }] : [];
    });
  const [rejected, unknown] = [failed('rejected'), failed('unknown')];
  const failures = [...unknown, ...rejected];
  const [first] = failures;
  if (!first || failures.some(({ error }) => isReceiversOwn(error))) return;
  const { error } = first;
  const receipt = {
    provider,
    id: '',
    accepted: [],
    rejected,
    unknown,
    duplicate: false,
    warnings,
    raw: null,
  };
  throw new JeonboError(error.code, error.message, { ...error, cause: error.cause, receipt });
}
