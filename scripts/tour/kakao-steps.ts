import { agreeAtKakao, person } from './log-in.ts';
import { callTool, expect, failedCall, inbox, type Step } from './step.ts';

const friend = '이도윤';
const texts = {
  ko: {
    toMe: '[전보] 오늘 오후 3시 회의',
    line: '토요일 모임 안내입니다. 준비물과 가는 길을 아래에 적었으니 읽고 답장 주세요.\n',
  },
  en: {
    toMe: '[Jeonbo] Meeting today at three',
    line: 'About Saturday: what to bring and how to get there stands below. Please read it and answer.\n',
  },
};

/** What the Kakao server can do, for somebody who logged in over HTTP. */
export const kakaoSteps: readonly Step[] = [
  {
    title: { ko: '카카오 로그인', en: 'Log in with Kakao' },
    async run({ found }) {
      const { scope, expires_in: seconds } = found.get('tokens') as {
        scope: string;
        expires_in: number;
      };
      expect(seconds === 3600, `a token for ${seconds} s`);
      return {
        ko: `앱 등록, 동의, ${person.name}님 로그인까지 마치고 1시간짜리 토큰을 받았습니다 (${scope})`,
        en: `registered, asked, ${person.name} logged in; a token for an hour (${scope})`,
      };
    },
  },
  {
    title: { ko: '나에게 카카오톡', en: 'A KakaoTalk message to oneself' },
    async run(context) {
      const message = texts[context.language].toMe;
      const sent = await callTool(context, 'send_message_to_me', { message });
      expect(sent.result_code === 0, JSON.stringify(sent));
      await inbox(context, { q: message, state: 'delivered' });
      return { ko: '채팅방 도착', en: 'in the chat' };
    },
  },
  {
    title: { ko: '친구 목록 동의', en: 'Consent for the friends' },
    async run(context) {
      const { error_code: code, details } = await failedCall(context, 'search_kakao_friends', {});
      expect(code === 'CONSENT_REQUIRED', `answered ${code}`);
      const { consent_url: url } = details as { consent_url: string };
      await agreeAtKakao(context.sandboxUrl, url);
      return {
        ko: '동의가 없어 링크를 받았고, 그 링크에서 동의했습니다',
        en: 'it was missing; the tool handed over a link, and the person agreed there',
      };
    },
  },
  {
    title: { ko: '친구 찾기', en: 'Find a friend' },
    async run(context) {
      const { friends } = await callTool(context, 'search_kakao_friends', { query: friend });
      const [{ uuid, profile_nickname: name } = { uuid: '', profile_nickname: '' }] = friends as {
        uuid: string;
        profile_nickname: string;
      }[];
      expect(name === friend, `found ${JSON.stringify(friends)}`);
      context.found.set('uuid', uuid);
      return { ko: `${name} (${uuid})`, en: `${name} (${uuid})` };
    },
  },
  {
    title: { ko: '친구에게 긴 메시지', en: 'A long message to a friend' },
    async run(context) {
      const message = texts[context.language].line.repeat(25).slice(0, 1000);
      const uuid = context.found.get('uuid');
      const sent = await callTool(context, 'send_message', { uuid, message });
      expect(sent.outcome === 'complete', JSON.stringify(sent));
      const page = await fetch(String(sent.link));
      const text = await page.text();
      expect(page.status === 200 && text.includes(message.slice(-40).trim()), 'the page is short');
      await inbox(context, { q: `${message.slice(0, 40)}`, state: 'delivered' });
      return {
        ko: `1000자 중 200자는 채팅방에, 전체는 ${sent.link}`,
        en: `200 of 1,000 characters in the chat, all of them at ${sent.link}`,
      };
    },
  },
];
