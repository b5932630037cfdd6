import { callTool, expect, inbox, type Step } from './step.ts';

const phone = '010-1234-5678';
const sms = {
  recipients: [{ phone_number: phone, member_code: 'user123' }],
  callback_number: '02-1234-5678',
};
const code = '482913';
const texts = {
  ko: {
    otp: `[전보] 인증번호는 ${code}입니다.`,
    subject: '주문 확인',
    order: '주문하신 상품이 출발했습니다.',
  },
  en: {
    otp: `[Jeonbo] Your code is ${code}.`,
    subject: 'Your order',
    order: 'Your order is on its way.',
  },
};

/** What the BaaS server can do, in the order a newcomer would try it. */
export const baasSteps: readonly Step[] = [
  {
    title: { ko: '도구 목록', en: 'List the tools' },
    async run({ client }) {
      const names = (await client.listTools()).tools.map(({ name }) => name).join(', ');
      return { ko: names, en: names };
    },
  },
  {
    title: { ko: '보내기 전 점검', en: 'Check before sending' },
    async run(context) {
      const message = `${texts[context.language].otp} ₩1,000`;
      const checked = await callTool(context, 'check_message', { message });
      const { kind, bytes, warnings } = checked as {
        kind: string;
        bytes: number;
        warnings: unknown[];
      };
      expect(kind === 'SMS' && warnings.length > 0, `check_message: ${JSON.stringify(checked)}`);
      return {
        ko: `${kind} ${bytes}바이트, 통신사가 표시하지 못하는 문자(₩)를 찾았습니다`,
        en: `${kind}, ${bytes} bytes; found a character that carriers cannot show (₩)`,
      };
    },
  },
  {
    title: { ko: 'SMS 발송', en: 'Send an SMS' },
    async run(context) {
      const message = texts[context.language].otp;
      const { group_id: group, sent_count: count } = await callTool(context, 'send_sms', {
        ...sms,
        message,
      });
      expect(count === 1, `sent_count is ${count}`);
      context.found.set('group', group);
      return { ko: `그룹 ${group}, ${count}건 접수`, en: `group ${group}, ${count} accepted` };
    },
  },
  {
    title: { ko: '휴대폰에 도착', en: 'It reaches the phone' },
    async run(context) {
      const message = await inbox(context, { to: phone, state: 'delivered', q: code });
      expect(message.code === code, `the code in the inbox is ${message.code}`);
      const where = `${context.sandboxUrl}/`;
      return {
        ko: `인증번호 ${message.code}, 받은 편지함 ${where}`,
        en: `code ${message.code}, inbox ${where}`,
      };
    },
  },
  {
    title: { ko: '전달 결과', en: 'Ask for the outcome' },
    async run(context) {
      const group = context.found.get('group');
      const status = await callTool(context, 'get_message_status', { group_id: group });
      expect(status.status === '성공', `status is ${status.status}`);
      return {
        ko: `${status.status} (${status.success_count}/${status.total_count})`,
        en: `${status.status}, delivered (${status.success_count} of ${status.total_count})`,
      };
    },
  },
  {
    title: { ko: '같은 메시지 다시 보내기', en: 'Send the same once more' },
    async run(context) {
      const message = texts[context.language].otp;
      const again = await callTool(context, 'send_sms', { ...sms, message });
      expect(again.duplicate === true, `a repeat answered ${JSON.stringify(again)}`);
      expect(again.group_id === context.found.get('group'), 'the repeat has another group');
      return {
        ko: '중복으로 판단해 보내지 않고 처음 접수 결과를 돌려주었습니다',
        en: 'known as a duplicate: nothing left, the first receipt was answered',
      };
    },
  },
  {
    title: { ko: 'MMS 발송', en: 'Send an MMS' },
    async run(context) {
      const { order: message, subject } = texts[context.language];
      const image_urls = ['https://example.com/parcel.jpg'];
      const sent = await callTool(context, 'send_mms', { ...sms, message, subject, image_urls });
      await inbox(context, { to: phone, state: 'delivered', q: subject });
      return {
        ko: `그룹 ${sent.group_id}, 이미지 1장, 도착 확인`,
        en: `group ${sent.group_id}, one image, arrived`,
      };
    },
  },
  {
    title: { ko: '발송 기록', en: 'Look at the history' },
    async run(context) {
      const history = await callTool(context, 'get_send_history', {});
      expect(history.total_count === 2, `the history holds ${history.total_count} sends`);
      return { ko: `${history.total_count}건`, en: `${history.total_count} sends` };
    },
  },
];
