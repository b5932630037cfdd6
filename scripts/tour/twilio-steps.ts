import { callTool, expect, inbox, type Step } from './step.ts';

const phone = '010-2345-6789';
const texts = {
  ko: '[전보] 택배가 오후 3시에 도착합니다.',
  en: '[Jeonbo] Your parcel arrives at three.',
};
const alert = {
  ko: { category: '식비', spent: 85, budget: 100, currency: '만원' },
  en: { category: 'Groceries', spent: 85, budget: 100 },
};
const alertText = {
  ko: '[!] SpendWise: 식비\n만원 85/100 (85%)',
  en: '[!] SpendWise: Groceries\nCHF 85/100 (85%)',
};

/** What the Twilio server can do, in the order a newcomer would try it. */
export const twilioSteps: readonly Step[] = [
  {
    title: { ko: 'Twilio 서버의 도구 목록', en: 'List the tools of the Twilio server' },
    async run({ client }) {
      const names = (await client.listTools()).tools.map(({ name }) => name).join(', ');
      return { ko: names, en: names };
    },
  },
  {
    title: { ko: 'Twilio로 SMS 발송', en: 'Send an SMS by Twilio' },
    async run(context) {
      const message = texts[context.language];
      const sent = await callTool(context, 'send_sms', { to: phone, message });
      expect(sent.sent_count === 1 && sent.segments === 1, JSON.stringify(sent));
      await inbox(context, { to: phone, state: 'delivered', q: message });
      context.found.set('sms', sent.sid);
      return {
        ko: `${sent.sid}, 세그먼트 ${sent.segments}개, 도착 확인`,
        en: `${sent.sid}, ${sent.segments} segment, arrived`,
      };
    },
  },
  {
    title: { ko: '예산 알림', en: 'Send a budget alert' },
    async run(context) {
      const text = alertText[context.language];
      // To NOTIFICATION_PHONE, since nobody is named.
      const sent = await callTool(context, 'send_budget_alert', alert[context.language]);
      expect(sent.text === text, `the alert is ${sent.text}`);
      const message = await inbox(context, { to: phone, state: 'delivered', q: 'SpendWise' });
      expect(message.text === text, `the phone shows ${message.text}`);
      context.found.set('alert', sent.sid);
      const line = text.replace('\n', ' / ');
      return { ko: line, en: line };
    },
  },
  {
    title: { ko: 'Twilio 전달 결과', en: 'Ask Twilio for the outcome' },
    async run(context) {
      const status = await callTool(context, 'get_message_status', {
        sid: context.found.get('sms'),
      });
      expect(status.status === 'delivered', `status is ${status.status}`);
      const said = `${status.status}, ${status.price} ${status.price_unit}`;
      return { ko: said, en: said };
    },
  },
  {
    title: { ko: 'Twilio 메시지 목록', en: 'List the messages' },
    async run(context) {
      const { messages } = await callTool(context, 'list_messages', { to: phone, limit: 2 });
      const sids = (messages as { sid: string }[]).map(({ sid }) => sid);
      const newestFirst = [context.found.get('alert'), context.found.get('sms')];
      expect(sids.join() === newestFirst.join(), `the list holds ${sids}`);
      return { ko: `${sids.length}건, 최신순`, en: `${sids.length} messages, newest first` };
    },
  },
];
