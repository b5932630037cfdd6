import { codePrompt } from './code-prompt.ts';

export const deliveryStatusEndpoint = codePrompt({
  name: 'delivery_status_endpoint',
  title: { en: 'Delivery status endpoint', ko: '발송 결과 엔드포인트' },
  description: {
    en: 'Code for an endpoint that tells what became of a send',
    ko: '발송 결과를 알려 주는 엔드포인트 코드',
  },
  task: {
    en: 'Build an endpoint that answers what became of a send by its group id: delivered, failed, pending, and why.',
    ko: '그룹 ID로 발송 결과(성공, 실패, 전송중, 사유)를 알려 주는 엔드포인트를 구현하세요.',
  },
});
