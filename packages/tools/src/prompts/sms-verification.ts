import { codePrompt } from './code-prompt.ts';

export const smsVerification = codePrompt({
  name: 'sms_verification',
  title: { en: 'SMS verification', ko: '문자 인증' },
  description: {
    en: 'Code for a verification code by SMS: send, verify, limits',
    ko: '문자 인증번호 발송과 확인, 횟수 제한 코드',
  },
  task: {
    en: 'Build phone verification by SMS: send a random code, verify it once within its time, limit attempts and repeats by number.',
    ko: '문자 인증을 구현하세요. 무작위 인증번호를 보내고, 유효 시간 안에 한 번만 확인하며, 번호별로 시도와 재발송을 제한합니다.',
  },
});
