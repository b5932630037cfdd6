import { callTool, expect, inbox, type Step } from './step.ts';

const phone = '010-2345-6789';
const texts = { ko: '[전보] HTTP로 보낸 문자입니다.', en: '[Jeonbo] Sent over HTTP.' };

/** The same tools over HTTP, for a caller with keys of its own. */
export const httpSteps: readonly Step[] = [
  {
    title: { ko: 'HTTP 서버로 SMS 발송', en: 'Send an SMS over HTTP' },
    async run(context) {
      const message = texts[context.language];
      const sent = await callTool(context, 'send_sms', {
        recipients: [{ phone_number: phone, member_code: 'user456' }],
        callback_number: '02-1234-5678',
        message,
      });
      await inbox(context, { to: phone, state: 'delivered', q: message });
      const history = await callTool(context, 'get_send_history', {});
      expect(history.total_count === 1, 'a caller sees its own sends only');
      return {
        ko: `그룹 ${sent.group_id}, 도착. 발송 기록은 이 호출자의 것만 보입니다`,
        en: `group ${sent.group_id}, arrived; the history shows this caller's sends only`,
      };
    },
  },
];
