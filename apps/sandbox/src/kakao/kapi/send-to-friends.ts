import type { MessageDraft } from '../../messages/draft.ts';
import { KakaoRefusal } from '../answers.ts';
import type { KakaoErrorCode } from '../errors.ts';
import { wordsOf } from '../errors.ts';
import type { SendForm } from '../template/read-card.ts';
import { readCard } from '../template/read-card.ts';
import { requireScope } from './authenticate.ts';
import type { Call } from './call.ts';
import { chatMessage } from './put-in-chat.ts';
import { receiverOf, receiverUuids } from './receivers.ts';

/**
 * `POST /v1/api/talk/friends/message/…`: each receiver by itself. Some may fail while the answer is 200; of a single
 * receiver the failure is the answer.
 */
export function sendToFriends(sendForm: SendForm, call: Call): Response {
  const { caller, form, context, parts } = call;
  const { app, user } = caller;
  requireScope(caller, 'talk_message', 'TALK_MESSAGE_SEND');
  const uuids = receiverUuids(call);
  const card = readCard(sendForm, form, app.name);
  const { quotas } = parts.state;
  if (quotas.left(app) < uuids.length) throw new KakaoRefusal(-10);

  const reached: string[] = [];
  const drafts: MessageDraft[] = [];
  const failed = new Map<KakaoErrorCode, string[]>();
  const providerId = parts.state.nextSendId();
  for (const uuid of uuids) {
    const receiver = receiverOf(uuid, call);
    if (typeof receiver === 'number') {
      failed.set(receiver, [...(failed.get(receiver) ?? []), uuid]);
      continue;
    }
    quotas.noteFriend(app, user.id, receiver.id);
    reached.push(uuid);
    drafts.push(chatMessage(user, receiver, card, providerId));
  }
  const [only] = failed.keys();
  if (uuids.length === 1 && only !== undefined) throw new KakaoRefusal(only);
  if (drafts.length > 0) context.accept(drafts);
  const failures = [...failed].map(([code, receivers]) => ({
    code,
    msg: wordsOf(code),
    receiver_uuids: receivers,
  }));
  return Response.json({
    ...(reached.length > 0 && { successful_receiver_uuids: reached }),
    ...(failures.length > 0 && { failure_info: failures }),
  });
}
