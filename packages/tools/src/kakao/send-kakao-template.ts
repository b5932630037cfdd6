import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool, type ToolCall } from '../tool.ts';
import type { KakaoContext } from './context.ts';
import { confirmToken, several, words } from './inputs.ts';
import { friendsOf } from './recipients.ts';
import { receiversInFailure, send, toEitherOutput } from './send.ts';
import { templateContent } from './template-content.ts';
import { templateInput } from './template-input.ts';

const about = {
  name: 'send_kakao_template',
  title: { en: 'Send a KakaoTalk template', ko: '카카오톡 템플릿 보내기' },
  description: {
    en: 'Sends a KakaoTalk message with a layout now, to the logged-in person ("me") or to friends: text with buttons, feed (picture), list, location, commerce (price), calendar. Links and pictures must be public http(s) addresses, links on domains registered at Kakao. Free; cannot be taken back. For a plain text use send_message or send_message_to_me. Never repeat a call whose outcome is unknown.',
    ko: '버튼이 있는 텍스트, 피드(이미지), 리스트, 위치, 커머스(가격), 캘린더 형식의 카카오톡을 나("me") 또는 친구에게 지금 보냅니다. 링크와 이미지는 공개된 http(s) 주소여야 하고, 링크는 카카오에 등록된 도메인이어야 합니다. 무료이며 취소할 수 없습니다. 글만 보낼 때는 send_message, send_message_to_me를 쓰세요. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  output: toEitherOutput,
  annotations: sending,
  // The whole template is what the rails know as the text.
  fieldNames: { text: 'template', media: 'template' },
  inFailure: receiversInFailure,
} as const;

const fields = {
  to: z.union([several, z.literal('me')]),
  template: templateInput,
  confirm_token: confirmToken,
};

const parameters = {
  template: {
    en: 'Kakao’s template_object; image_url and web_url are addresses',
    ko: '카카오 template_object. image_url과 web_url은 주소',
  },
  confirm_token: words.confirm_token,
};

export const sendKakaoTemplate = defineTool({
  ...about,
  input: z.strictObject(fields),
  parameters: {
    ...parameters,
    to: {
      en: '"me", or uuids from search_kakao_friends, up to 100',
      ko: '"me" 또는 search_kakao_friends의 uuid, 최대 100개',
    },
  },
  handler: (input, context: KakaoContext, call) => sendTemplate(input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendKakaoTemplateToPeople = defineTool({
  ...about,
  input: z.strictObject(fields),
  parameters: {
    ...parameters,
    to: {
      en: '"me", or ids from list_recipients, up to 100',
      ko: '"me" 또는 list_recipients의 id, 최대 100개',
    },
  },
  handler: (input, context: KakaoContext, call) => sendTemplate(input, context, call),
});

type Input = z.output<z.ZodMiniObject<typeof fields>>;

async function sendTemplate(input: Input, context: KakaoContext, call: ToolCall) {
  const content = templateContent(input.template, context);
  const to = input.to === 'me' ? ['me' as const] : friendsOf(input.to, context);
  const confirmToken = input.confirm_token;
  return send({ action: 'send_kakao_template', to, content, confirmToken }, context, call);
}
