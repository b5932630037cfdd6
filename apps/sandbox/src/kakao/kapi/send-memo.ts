import { KakaoRefusal } from '../answers.ts';
import type { SendForm } from '../template/read-card.ts';
import { readCard } from '../template/read-card.ts';
import { requireScope } from './authenticate.ts';
import type { Call } from './call.ts';
import { chatMessage } from './put-in-chat.ts';

/** `POST /v2/api/talk/memo/…`: into one's own chat, "나와의 채팅". */
export function sendMemo(sendForm: SendForm, call: Call): Response {
  const { caller, form, context, parts } = call;
  const { app, user } = caller;
  requireScope(caller, 'talk_message', 'TALK_MEMO_DEFAULT_SEND');
  const card = readCard(sendForm, form, app.name);
  if (user.fails !== undefined) throw new KakaoRefusal(user.fails);
  const { quotas } = parts.state;
  if (quotas.left(app) < 1) throw new KakaoRefusal(-10);
  quotas.noteMemo(app);
  context.accept([chatMessage(user, user, card, parts.state.nextSendId())]);
  return Response.json({ result_code: 0 });
}
