import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool } from '../tool.ts';
import type { KakaoContext } from './context.ts';
import { confirmToken, message, words } from './inputs.ts';
import { send, toMeOutput } from './send.ts';
import { textContent } from './text-content.ts';

export const sendMessageToMe = defineTool({
  name: 'send_message_to_me',
  title: { en: 'Send to my KakaoTalk', ko: '나에게 카카오톡 보내기' },
  description: {
    en: 'Sends a text now to the logged-in person’s own KakaoTalk chat: reminders, notes, results. Free; cannot be taken back. Not for other people (send_message), pictures or buttons (send_kakao_template). Never repeat a call whose outcome is unknown.',
    ko: '로그인한 사용자의 카카오톡 "나와의 채팅"에 글을 지금 보냅니다(알림, 메모, 결과). 무료이며 취소할 수 없습니다. 다른 사람에게는 send_message, 이미지나 버튼은 send_kakao_template을 쓰세요. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  input: z.strictObject({ message, confirm_token: confirmToken }),
  parameters: words,
  output: toMeOutput,
  annotations: sending,
  handler: ({ message, confirm_token }, context: KakaoContext, call) =>
    send(
      {
        action: 'send_message_to_me',
        to: ['me'],
        content: textContent(message, context),
        confirmToken: confirm_token,
      },
      context,
      call,
    ),
});
