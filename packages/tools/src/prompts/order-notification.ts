import { codePrompt } from './code-prompt.ts';

export const orderNotification = codePrompt({
  name: 'order_notification',
  title: { en: 'Order notices', ko: '주문 알림' },
  description: {
    en: 'Code for order and shipping messages, once each',
    ko: '주문·배송 알림을 한 번씩만 보내는 코드',
  },
  task: {
    en: 'Build order confirmation and shipping notices: each event is sent once, also when it arrives twice or the program restarts.',
    ko: '주문 확인과 배송 알림을 구현하세요. 이벤트가 두 번 오거나 프로그램이 다시 시작해도 알림은 한 번만 나갑니다.',
  },
});
