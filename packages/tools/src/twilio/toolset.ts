import type { GuardSettings } from '../guard/settings.ts';
import { listRecipients } from '../messaging/list-recipients.ts';
import type { Toolset } from '../toolset.ts';
import { checkMessage, checkMessageToPeople } from './check-message.ts';
import type { TwilioContext } from './context.ts';
import { getMessageStatus } from './get-message-status.ts';
import { listMessages } from './list-messages.ts';
import { twilioResources } from './resources.ts';
import { sendBudgetAlert, sendBudgetAlertToPeople } from './send-budget-alert.ts';
import { sendSms, sendSmsToPeople } from './send-sms.ts';

const byNumber: Toolset<TwilioContext> = {
  tools: [sendSms, sendBudgetAlert, getMessageStatus, listMessages, checkMessage],
  prompts: [],
  resources: twilioResources,
  fieldNames: {
    text: 'message',
    body: 'message',
    from: 'TWILIO_PHONE_NUMBER',
    messagingServiceSid: 'TWILIO_MESSAGING_SERVICE_SID',
  },
  instructions: {
    en: 'Sends text messages and budget alerts to any country through Twilio. Messages cost money and reach people: send only what the user asked for, once. Accepted is not delivered.',
    ko: 'Twilio로 전 세계에 문자와 예산 알림을 보냅니다. 요금이 들고 사람에게 전달되므로 사용자가 요청한 것만 한 번 보내세요. 접수는 수신 완료가 아닙니다.',
  },
};

const byBook: Toolset<TwilioContext> = {
  ...byNumber,
  tools: [
    listRecipients,
    sendSmsToPeople,
    sendBudgetAlertToPeople,
    getMessageStatus,
    listMessages,
    checkMessageToPeople,
  ],
};

/** The tools and resources of `twilio`. With a recipient book people are named by id and in no other way. */
export function twilioToolset({
  recipients,
}: Pick<GuardSettings, 'recipients'>): Toolset<TwilioContext> {
  return recipients === 'book' ? byBook : byNumber;
}
