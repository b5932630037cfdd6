import type { KakaoUser } from '../../seed/seed.ts';
import { KakaoRefusal, unsatisfied } from '../answers.ts';
import type { KakaoErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';
import { uuidOf } from '../people.ts';
import { required } from '../template/read-card.ts';
import type { Call } from './call.ts';

/** `receiver_uuids`: a JSON array of one to five, each once. */
export function receiverUuids({ form, caller }: Call): readonly string[] {
  const text = required(form, 'receiver_uuids');
  const list = parse(text);
  const isRight = Array.isArray(list) && list.every((uuid) => isUuid(uuid));
  if (!isRight) throw unsatisfied('receiver_uuids', 'The input receiver id(s) is invalid format.');
  const uuids = [...new Set(list as readonly string[])];
  if (uuids.length === 0) {
    throw new KakaoRefusal(-2, 'The Parameter [receiver_uuids] cannot be empty.');
  }
  if (list.length > limits.receivers) {
    throw unsatisfied('receiver_uuids', `There may be ${limits.receivers} receivers at most.`);
  }
  if (uuids.includes(uuidOf(caller.app.clientId, caller.user.id))) {
    throw new KakaoRefusal(
      -2,
      'Cannot contain a receiver who is identical to the sender in multicast mode.',
    );
  }
  return uuids;
}

/** Who a uuid is, or why nothing reaches that one. */
export function receiverOf(uuid: string, { caller, parts }: Call): KakaoUser | KakaoErrorCode {
  const { app, user } = caller;
  const receiver = parts.people.withUuid(app.clientId, uuid);
  const isFriend = user.friends?.some(({ id }) => id === receiver?.id) ?? false;
  if (receiver === undefined || !isFriend) return -502;
  // Has not joined, has left, or takes the consent to be listed back: to the app no friend. -101 is of who asks.
  const agreed = parts.state.links.scopes(app.clientId, receiver.id);
  if (!agreed?.includes('friends')) return -502;
  return receiver.fails ?? parts.state.quotas.excess(app, user.id, receiver.id) ?? receiver;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isUuid(uuid: unknown): boolean {
  return typeof uuid === 'string' && /^[\w-]{8,64}$/.test(uuid);
}
