import type { Words } from '@jeonbo/tools';

/** `{app}` and `{place}` are filled in as HTML. */
export const consentWords = {
  title: { en: 'Allow access to KakaoTalk?', ko: '카카오톡 이용 허용' },
  question: {
    en: 'Let {app} send KakaoTalk messages in your name?',
    ko: '{app}에 내 이름으로 카카오톡 메시지를 보내도록 허용할까요?',
  },
  friendsQuestion: {
    en: 'Let {app} see your KakaoTalk friends?',
    ko: '{app}에 내 카카오톡 친구를 보도록 허용할까요?',
  },
  nameless: { en: 'an app without a name', ko: '이름을 밝히지 않은 앱' },
  may: { en: 'It will be able to', ko: '허용하면 이 앱이 할 수 있는 일' },
  'kakao:message': {
    en: 'send KakaoTalk messages to you, and in your name to friends who use this service too',
    ko: '나에게, 그리고 이 서비스를 함께 쓰는 친구에게 내 이름으로 카카오톡 메시지 보내기',
  },
  'kakao:friends': {
    en: 'see the names and pictures of KakaoTalk friends who use this service too',
    ko: '이 서비스를 함께 쓰는 카카오톡 친구의 이름과 프로필 사진 보기',
  },
  mayNot: {
    en: 'It cannot read your chats, and it never sees your Kakao password.',
    ko: '대화 내용과 카카오 비밀번호는 알 수 없습니다.',
  },
  who: { en: 'Who is asking', ko: '요청한 앱' },
  unverified: {
    en: 'Registered itself. The name is its own claim; nobody has verified who is behind it.',
    ko: '스스로 등록한 앱으로, 누가 만들었는지 확인되지 않았습니다. 이름도 앱이 적은 그대로입니다.',
  },
  described: {
    en: 'Described by {place}. Trust it as far as you trust that site.',
    ko: '{place}에서 소개하는 앱입니다. 이 사이트를 믿을 수 있을 때만 허용하세요.',
  },
  where: { en: 'Where you return to', ko: '허용한 뒤 돌아가는 곳' },
  program: {
    en: 'A program on this computer, at {place}. Go on only if you have just started it yourself.',
    ko: '{place}, 이 컴퓨터에서 실행 중인 프로그램입니다. 방금 직접 실행한 것이 맞을 때만 계속하세요.',
  },
  app: {
    en: 'An app on this device that opens {place} links. Go on only if you have just come from it.',
    ko: '이 기기에서 {place} 링크를 여는 앱으로 돌아갑니다. 방금 그 앱에서 온 것이 맞을 때만 계속하세요.',
  },
  site: {
    en: 'The site {place}, which will then hold the access.',
    ko: '{place} 사이트로 돌아갑니다. 허용한 권한은 이 사이트가 갖게 됩니다.',
  },
  startedIt: {
    en: 'I started this myself, just now.',
    ko: '방금 이 사이트에서 내가 직접 시작했습니다.',
  },
  agree: { en: 'Allow and log in with Kakao', ko: '허용하고 카카오로 로그인' },
  decline: { en: 'Decline', ko: '거절' },
  nothingYet: {
    en: 'Nothing has been sent or stored so far. You can end the connection at any time under the connected services of your Kakao account.',
    ko: '아직 보내거나 저장한 것은 없습니다. 연결은 카카오계정의 ‘연결된 서비스 관리’에서 언제든 끊을 수 있습니다.',
  },
} as const satisfies Record<string, Words>;
