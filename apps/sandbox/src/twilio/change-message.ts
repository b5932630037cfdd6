import { invalidParameter, TwilioRefusal } from './answers.ts';
import type { TwilioParts } from './parts.ts';
import type { MessageRecord } from './record.ts';
import { hasEnded } from './record.ts';
import { messageResource } from './resource.ts';

/** `POST …/Messages/{Sid}.json`: an empty `Body` redacts, `Status=canceled` takes back what is scheduled. */
export function changeMessage(
  record: MessageRecord,
  form: URLSearchParams,
  { host, state }: TwilioParts,
  tell: (record: MessageRecord) => void,
): Response {
  const body = form.get('Body');
  const status = form.get('Status');
  if (body !== null && body !== '') throw invalidParameter('Body', 'empty, which redacts it');
  if (status !== null && status !== 'canceled') throw invalidParameter('Status', 'canceled');
  if (status !== null && record.status !== 'scheduled') {
    throw new TwilioRefusal(30409, 'This message cannot be canceled', 409);
  }
  if (body !== null && status === null && !hasEnded(record)) throw notEnded();
  const changed =
    state.update(record.sid, {
      ...(body !== null && { body }),
      ...(status !== null && { status }),
      ...((body !== null || status !== null) && { updatedAt: host.clock.now() }),
    }) ?? record;
  if (status !== null) tell(changed);
  return Response.json(messageResource(changed));
}

/** `DELETE …/Messages/{Sid}.json`: Twilio forgets it; the phone it reached does not. */
export function deleteMessage(record: MessageRecord, { state }: TwilioParts): Response {
  if (!hasEnded(record)) throw notEnded();
  state.remove(record.sid);
  return new Response(null, { status: 204 });
}

function notEnded(): TwilioRefusal {
  return new TwilioRefusal(
    20009,
    'Cannot delete message because delivery has not been completed.',
    409,
  );
}
