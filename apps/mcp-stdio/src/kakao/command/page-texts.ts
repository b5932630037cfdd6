import type { Language } from '../../types.ts';

type Name =
  | 'done'
  | 'failed'
  | 'otherLogin'
  | 'again'
  | 'wrongHost'
  | 'nothingHere'
  | 'wrongMethod';

/** Title, then paragraphs; `failed` says what the terminal says. */
export const pageTexts: Record<Language, Record<Name, readonly [string, ...string[]]>> = {
  en: {
    done: [
      'You are logged in',
      '{nickname}',
      'You can close this page and go back to the terminal.',
    ],
    failed: ['You are not logged in'],
    otherLogin: [
      'This is another login',
      'It does not belong to the address that the terminal shows now, so nothing was done.',
      'Open that address and log in again.',
    ],
    again: ['This login is done', 'The terminal says how it ended. You can close this page.'],
    wrongHost: ['Not here', 'This machine answers as localhost only.'],
    nothingHere: ['Nothing is here', 'Kakao’s login comes back to another address.'],
    wrongMethod: ['Not like this', 'A login comes back by following a link.'],
  },
  ko: {
    done: ['로그인했습니다', '{nickname}', '이 페이지를 닫고 터미널로 돌아가세요.'],
    failed: ['로그인하지 못했습니다'],
    otherLogin: [
      '다른 로그인입니다',
      '지금 터미널에 나온 주소로 시작한 로그인이 아니어서 아무것도 하지 않았습니다.',
      '터미널에 나온 주소를 열고 다시 로그인하세요.',
    ],
    again: ['이미 끝난 로그인입니다', '결과는 터미널에 나와 있습니다. 이 페이지는 닫아도 됩니다.'],
    wrongHost: ['접근할 수 없습니다', '이 컴퓨터에서 localhost로만 열 수 있습니다.'],
    nothingHere: ['찾을 수 없습니다', '카카오 로그인이 돌아오는 주소가 아닙니다.'],
    wrongMethod: ['처리할 수 없습니다', '로그인은 링크를 따라 돌아와야 합니다.'],
  },
};
