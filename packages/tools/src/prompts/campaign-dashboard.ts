import { codePrompt } from './code-prompt.ts';

export const campaignDashboard = codePrompt({
  name: 'campaign_dashboard',
  title: { en: 'Campaign dashboard', ko: '캠페인 화면' },
  description: {
    en: 'Code for a page that sends one text to many people, checked and confirmed',
    ko: '여러 명에게 점검과 확인을 거쳐 보내는 화면 코드',
  },
  task: {
    en: 'Build a page that sends one text to many people: read the list, check the text and the advertising rules, confirm, send, show the outcome of each.',
    ko: '여러 명에게 문자를 보내는 화면을 구현하세요. 명단을 읽고, 문구와 광고 표기를 점검하고, 확인받아 보낸 뒤 결과를 보여 줍니다.',
  },
});
