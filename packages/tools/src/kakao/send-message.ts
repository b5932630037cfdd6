import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool, type ToolCall } from '../tool.ts';
import type { KakaoContext } from './context.ts';
import { confirmToken, message, several, words } from './inputs.ts';
import { friendsOf, oneOrSeveral } from './recipients.ts';
import { receiversInFailure, send, toFriendsOutput } from './send.ts';
import { textContent } from './text-content.ts';

const about = {
  name: 'send_message',
  title: { en: 'Send a KakaoTalk message', ko: '친구에게 카카오톡 보내기' },
  description: {
    en: 'Sends a text now to KakaoTalk friends of the logged-in person, in their name. Free; cannot be taken back; 100 a day, 20 to one friend. For personal messages, not for a business’s notices to customers. receivers tells who got it and why others did not: outcome partial is no success for all. Oneself: send_message_to_me; pictures or buttons: send_kakao_template. Never repeat a call whose outcome is unknown.',
    ko: '로그인한 사용자의 이름으로 카카오톡 친구에게 글을 지금 보냅니다. 무료이며 취소할 수 없고, 하루 100건, 한 친구에게 20건까지입니다. 개인 간 메시지용이며 고객 안내에는 쓰지 마세요. receivers에 수신자별 결과와 실패 이유가 있으며 outcome이 partial이면 일부만 보낸 것입니다. 나에게는 send_message_to_me, 이미지나 버튼은 send_kakao_template을 쓰세요. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  output: toFriendsOutput,
  annotations: sending,
  inFailure: receiversInFailure,
} as const;

interface Input {
  readonly message: string;
  readonly confirm_token?: string | undefined;
}

export const sendMessage = defineTool({
  ...about,
  input: z.strictObject({
    uuid: z.optional(z.string()),
    uuids: z.optional(several),
    message,
    confirm_token: confirmToken,
  }),
  parameters: words,
  fieldNames: { to: 'uuids' },
  handler: (input, context: KakaoContext, call) =>
    sendTo(oneOrSeveral(input.uuid, input.uuids, ['uuid', 'uuids']), input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendMessageToPeople = defineTool({
  ...about,
  input: z.strictObject({
    id: z.optional(z.string()),
    ids: z.optional(several),
    message,
    confirm_token: confirmToken,
  }),
  parameters: words,
  fieldNames: { to: 'ids' },
  handler: (input, context: KakaoContext, call) =>
    sendTo(oneOrSeveral(input.id, input.ids, ['id', 'ids']), input, context, call),
});

async function sendTo(
  names: readonly string[],
  { message, confirm_token: confirmToken }: Input,
  context: KakaoContext,
  call: ToolCall,
) {
  const content = textContent(message, context);
  const to = friendsOf(names, context);
  return send({ action: 'send_message', to, content, confirmToken }, context, call);
}
