import type { OutboundMessage } from '@jeonbo/core';
import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool, type ToolCall } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { numbers, people, sendFields, type ToInput, words } from './inputs.ts';
import { recipientsOf } from './recipients.ts';
import { send } from './send.ts';
import { messagesOutput } from './sent.ts';

const about = {
  name: 'send_sms',
  title: { en: 'Send SMS', ko: '문자(SMS) 보내기' },
  description: {
    en: 'Sends a text message now through Twilio, to any country. Costs money for each segment and recipient, and cannot be taken back. Not for budget alerts (send_budget_alert), nor to try a text out (check_message). sent_count is what was accepted; get_message_status tells what arrived. Never repeat a call whose outcome is unknown.',
    ko: 'Twilio로 전 세계에 지금 문자를 보냅니다. 수신자마다 세그먼트 단위로 요금이 들고 취소할 수 없습니다. 예산 알림은 send_budget_alert, 발송 전 점검은 check_message를 쓰세요. sent_count는 접수 건수이며 수신 결과는 get_message_status로 확인합니다. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  output: messagesOutput,
  annotations: sending,
} as const;

interface Input {
  readonly to?: ToInput;
  readonly message: string;
  readonly purpose?: OutboundMessage['purpose'] | undefined;
  readonly night_consent?: boolean | undefined;
  readonly confirm_token?: string | undefined;
}

export const sendSms = defineTool({
  ...about,
  input: z.strictObject({ to: numbers, ...sendFields }),
  parameters: words,
  handler: (input, context: TwilioContext, call) => sendText(input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendSmsToPeople = defineTool({
  ...about,
  input: z.strictObject({ to: people, ...sendFields }),
  parameters: { ...words, to: words.people },
  handler: (input, context: TwilioContext, call) => sendText(input, context, call),
});

async function sendText(input: Input, context: TwilioContext, call: ToolCall) {
  const { purpose, night_consent: nightConsent } = input;
  const message = {
    text: input.message,
    ...(purpose && { purpose }),
    ...(nightConsent !== undefined && { nightConsent }),
  };
  const to = recipientsOf(input.to, context);
  return send(
    { action: 'send_sms', to, message, confirmToken: input.confirm_token },
    context,
    call,
  );
}
