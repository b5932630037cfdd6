import type { PageLanguage } from './language.ts';

const ko = {
  title: '카카오 로그인',
  notice: '전보 샌드박스: 실제 카카오가 아니며 비밀번호를 묻지 않습니다.',
  chooseTitle: '누구로 로그인할까요?',
  chooseLead: (app: string) => `${app}에 로그인할 테스트 사용자를 고르세요.`,
  joined: '가입함',
  newcomer: '처음 로그인',
  friends: (count: number) => (count === 0 ? '친구 없음' : `친구 ${count}명`),
  other: 'English',
  consentTitle: (app: string) => `${app}에서 아래 권한을 요청합니다`,
  account: '로그인한 사용자',
  switchUser: '사용자 바꾸기',
  required: '필수',
  optional: '선택',
  agreeAll: '모두 동의하고 계속하기',
  agreeChosen: '선택한 항목만 동의하고 계속하기',
  refuse: '취소',
  incomplete: '필수 항목에 동의해야 계속할 수 있습니다.',
  items: '동의 항목',
  returnsTo: '동의하면 이동하는 곳',
  errorTitle: '로그인할 수 없습니다',
  errorLead: '앱이 보낸 로그인 요청에 문제가 있습니다. 실제 카카오도 같은 코드로 거절합니다.',
  errorCode: '오류 코드',
  hints: {
    KOE001: '요청 파라미터를 확인하세요.',
    KOE004:
      '시드에서 이 앱의 login을 false로 두었습니다. 실제 카카오에서는 카카오 로그인 사용 설정을 켜세요.',
    KOE006:
      '시드에 적은 Redirect URI와 글자까지 같아야 합니다. 시드가 없으면 이 컴퓨터(localhost, 127.0.0.1)의 주소만 받습니다.',
    KOE101: '시드의 kakao.apps에 있는 clientId(REST API 키)를 쓰세요.',
    KOE201: 'response_type은 code만 됩니다.',
    KOE202: 'response_type은 code만 됩니다.',
    KOE205: '시드의 scopes에 그 동의 항목을 켜거나, 앱이 요청하지 않게 하세요.',
    KOE207: '빠진 파라미터를 넣어 다시 요청하세요.',
  },
};

export type PageTexts = typeof ko;

const en: PageTexts = {
  title: 'Kakao log-in',
  notice: 'Jeonbo sandbox: this is not Kakao, and it asks for no password.',
  chooseTitle: 'Who logs in?',
  chooseLead: (app) => `Choose the test user who logs in to ${app}.`,
  joined: 'Joined',
  newcomer: 'First time',
  friends: (count) => (count === 0 ? 'No friends' : count === 1 ? '1 friend' : `${count} friends`),
  other: '한국어',
  consentTitle: (app) => `${app} asks for these permissions`,
  account: 'Logged in as',
  switchUser: 'Switch user',
  required: 'Required',
  optional: 'Optional',
  agreeAll: 'Agree to all and continue',
  agreeChosen: 'Agree to the chosen ones only',
  refuse: 'Cancel',
  incomplete: 'You can only continue if you agree to the required items.',
  items: 'Consent items',
  returnsTo: 'Continues at',
  errorTitle: 'Cannot log in',
  errorLead: 'Something is wrong with the request of the app. Kakao refuses it with the same code.',
  errorCode: 'Error code',
  hints: {
    KOE001: 'Check the parameters of the request.',
    KOE004:
      'The seed has login: false for this app. At Kakao, switch Kakao Login on in the console.',
    KOE006:
      'It must be a redirect URI of the seed, to the letter. Without a seed only addresses on this machine (localhost, 127.0.0.1) are taken.',
    KOE101: 'Use a clientId (REST API key) of kakao.apps in the seed.',
    KOE201: 'The only response_type is code.',
    KOE202: 'The only response_type is code.',
    KOE205: 'Switch the consent item on in scopes of the seed, or do not ask for it.',
    KOE207: 'Ask again with the parameter that is missing.',
  },
};

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = { ko, en };
