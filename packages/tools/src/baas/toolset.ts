import type { GuardSettings } from '../guard/settings.ts';
import { listRecipients } from '../messaging/list-recipients.ts';
import { campaignDashboard } from '../prompts/campaign-dashboard.ts';
import { deliveryStatusEndpoint } from '../prompts/delivery-status-endpoint.ts';
import { orderNotification } from '../prompts/order-notification.ts';
import { smsVerification } from '../prompts/sms-verification.ts';
import type { Toolset } from '../toolset.ts';
import { checkMessage, checkMessageToPeople } from './check-message.ts';
import type { BaasContext } from './context.ts';
import { getMessageStatus } from './get-message-status.ts';
import { getSendHistory } from './get-send-history.ts';
import { baasResources } from './resources.ts';
import { sendMms, sendMmsToPeople } from './send-mms.ts';
import { sendSms, sendSmsToPeople } from './send-sms.ts';

const byNumber: Toolset<BaasContext> = {
  tools: [sendSms, sendMms, getMessageStatus, getSendHistory, checkMessage],
  prompts: [smsVerification, orderNotification, deliveryStatusEndpoint, campaignDashboard],
  resources: baasResources,
  fieldNames: {
    to: 'recipients',
    text: 'message',
    from: 'callback_number',
    callbackNumber: 'callback_number',
    media: 'image_urls',
    imageUrls: 'image_urls',
  },
  instructions: {
    en: 'Sends text messages (SMS, LMS, MMS) in Korea through BaaS. Messages cost money and reach people: send only what the user asked for, once. Accepted is not delivered.',
    ko: 'BaaS로 국내 문자(SMS, LMS, MMS)를 보냅니다. 요금이 들고 사람에게 전달되므로 사용자가 요청한 것만 한 번 보내세요. 접수는 수신 완료가 아닙니다.',
  },
};

const byBook: Toolset<BaasContext> = {
  ...byNumber,
  tools: [
    listRecipients,
    sendSmsToPeople,
    sendMmsToPeople,
    getMessageStatus,
    getSendHistory,
    checkMessageToPeople,
  ],
};

/** The tools, prompts and resources of `baas`. With a recipient book people are named by id and in no other way. */
export function baasToolset({
  recipients,
}: Pick<GuardSettings, 'recipients'>): Toolset<BaasContext> {
  return recipients === 'book' ? byBook : byNumber;
}
