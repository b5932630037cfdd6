import type { Words } from '@jeonbo/tools';
import type { NoticeKind } from './notice-kinds.ts';

interface NoticeWords {
  readonly title: Words;
  readonly what: Words;
  /** What did not happen. */
  readonly nothing?: Words;
  readonly next: Words;
}

export const noticeWords = {
  friendsAgreed: {
    title: { en: 'You shared your friends list', ko: '친구 목록 제공에 동의했습니다' },
    what: {
      en: 'The app can now find the KakaoTalk friends who use this service too.',
      ko: '이제 앱이 이 서비스를 함께 쓰는 카카오톡 친구를 찾을 수 있습니다.',
    },
    nothing: { en: 'No message has been sent.', ko: '보낸 메시지는 없습니다.' },
    next: {
      en: 'Go back to your app and ask again for what you wanted. You can close this window.',
      ko: '쓰던 앱으로 돌아가 하려던 일을 다시 요청하세요. 이 창은 닫아도 됩니다.',
    },
  },
  agreed: {
    title: { en: 'You agreed', ko: '동의했습니다' },
    what: {
      en: 'The app can now do what it needed this consent for.',
      ko: '이제 앱이 동의가 필요했던 일을 할 수 있습니다.',
    },
    nothing: { en: 'No message has been sent.', ko: '보낸 메시지는 없습니다.' },
    next: {
      en: 'Go back to your app and ask again for what you wanted. You can close this window.',
      ko: '쓰던 앱으로 돌아가 하려던 일을 다시 요청하세요. 이 창은 닫아도 됩니다.',
    },
  },
  declined: {
    title: { en: 'You did not agree', ko: '동의하지 않았습니다' },
    what: {
      en: 'That is all right: the app may do what it could do before, and nothing more.',
      ko: '괜찮습니다. 앱에 새로 허용한 것은 없습니다.',
    },
    nothing: { en: 'No message has been sent.', ko: '보낸 메시지는 없습니다.' },
    next: {
      en: 'You can close this window. Should you change your mind, start again from your app.',
      ko: '이 창은 닫아도 됩니다. 생각이 바뀌면 앱에서 다시 시작하세요.',
    },
  },
  wrongBrowser: {
    title: { en: 'This is another browser', ko: '처음과 다른 브라우저입니다' },
    what: {
      en: 'A log-in has to end in the browser in which it began. Perhaps KakaoTalk opened its own browser, or the link came from somebody else.',
      ko: '로그인은 시작한 브라우저에서 마쳐야 합니다. 카카오톡이 자체 브라우저를 열었거나, 다른 사람이 보낸 링크일 수 있습니다.',
    },
    nothing: {
      en: 'Nothing has been sent or stored.',
      ko: '보내거나 저장한 것이 없습니다.',
    },
    next: {
      en: 'Start again from your app and stay in the browser that it opens. If you started nothing, close this window.',
      ko: '앱에서 다시 시작하고, 그때 열린 브라우저에서 끝까지 진행하세요. 시작한 적이 없다면 이 창을 닫으세요.',
    },
  },
  expired: {
    title: { en: 'This request is over', ko: '끝난 요청입니다' },
    what: {
      en: 'It was used before, or too much time has passed.',
      ko: '이미 처리했거나 유효 시간이 지났습니다.',
    },
    nothing: {
      en: 'Nothing was sent or stored this time.',
      ko: '이번에 보내거나 저장한 것은 없습니다.',
    },
    next: {
      en: 'If your app is not connected yet, start again from there.',
      ko: '앱이 아직 연결되지 않았다면 앱에서 다시 시작하세요.',
    },
  },
  otherAccount: {
    title: { en: 'This is another Kakao account', ko: '다른 카카오계정입니다' },
    what: {
      en: 'You have just logged in with another account than the one that your app is connected to.',
      ko: '방금 로그인한 계정이 앱에 연결된 카카오계정과 다릅니다.',
    },
    nothing: {
      en: 'Nothing has been sent, and nothing of this account was stored.',
      ko: '보낸 것이 없고, 이 계정의 정보도 저장하지 않았습니다.',
    },
    next: {
      en: 'Log out of Kakao in this browser, ask your app for the link again, and log in with the connected account.',
      ko: '이 브라우저에서 카카오를 로그아웃하고, 앱에서 링크를 다시 받아 연결된 계정으로 로그인하세요.',
    },
  },
  badRequest: {
    title: { en: 'Your app asked in a wrong way', ko: '앱의 요청이 올바르지 않습니다' },
    what: {
      en: 'The app that sent you here did not ask as it must. You did nothing wrong.',
      ko: '이곳으로 보낸 앱이 올바른 형식으로 요청하지 않았습니다. 잘못하신 것은 없습니다.',
    },
    nothing: {
      en: 'Nothing has been sent or stored.',
      ko: '보내거나 저장한 것이 없습니다.',
    },
    next: {
      en: 'Remove the connection in your app and add it again. If that does not help, tell the maker of the app.',
      ko: '앱에서 연결을 지우고 다시 추가하세요. 그래도 안 되면 앱을 만든 곳에 알려 주세요.',
    },
  },
  kakaoRefused: {
    title: { en: 'Kakao refused', ko: '카카오가 요청을 거절했습니다' },
    what: {
      en: 'Kakao did not complete the log-in.',
      ko: '카카오에서 로그인을 마치지 못했습니다.',
    },
    nothing: {
      en: 'Nothing has been sent or stored.',
      ko: '보내거나 저장한 것이 없습니다.',
    },
    next: {
      en: 'Start again from your app. If that does not help, tell whoever runs this service.',
      ko: '앱에서 다시 시작하세요. 그래도 안 되면 이 서비스를 운영하는 곳에 알려 주세요.',
    },
  },
  kakaoUnreachable: {
    title: { en: 'Kakao does not answer', ko: '카카오가 응답하지 않습니다' },
    what: {
      en: 'Kakao could not be reached, or took too long to answer.',
      ko: '카카오에 연결할 수 없거나 응답이 너무 늦습니다.',
    },
    nothing: {
      en: 'Nothing has been sent or stored.',
      ko: '보내거나 저장한 것이 없습니다.',
    },
    next: {
      en: 'Wait a moment, then start again from your app.',
      ko: '잠시 뒤에 앱에서 다시 시작하세요.',
    },
  },
  messageGone: {
    title: { en: 'This message cannot be read', ko: '볼 수 없는 메시지입니다' },
    what: {
      en: 'Its time is over, or the address is not complete. Long messages can be read for a limited time only.',
      ko: '볼 수 있는 기간이 지났거나 주소가 잘못되었습니다. 긴 메시지는 정해진 기간에만 볼 수 있습니다.',
    },
    next: {
      en: 'Press the button in KakaoTalk again. If that does not help, ask the sender to send it once more.',
      ko: '카카오톡에서 메시지의 버튼을 다시 눌러 보세요. 그래도 안 되면 보낸 사람에게 다시 보내 달라고 하세요.',
    },
  },
  notFound: {
    title: { en: 'Nothing is here', ko: '페이지가 없습니다' },
    what: {
      en: 'There is no page at this address.',
      ko: '이 주소에는 페이지가 없습니다.',
    },
    next: {
      en: 'Check the address, or open the link again from where you found it.',
      ko: '주소를 확인하거나, 링크를 받은 곳에서 다시 열어 보세요.',
    },
  },
  tooManyRequests: {
    title: { en: 'Too many requests', ko: '요청이 너무 많습니다' },
    what: {
      en: 'More requests came from your connection than this service takes in a short time.',
      ko: '짧은 시간에 너무 많은 요청이 들어와 잠시 멈췄습니다.',
    },
    nothing: {
      en: 'Nothing has been sent or stored.',
      ko: '보내거나 저장한 것이 없습니다.',
    },
    next: { en: 'Try again in {time}.', ko: '{time} 뒤에 다시 시도하세요.' },
  },
  fault: {
    title: { en: 'Something went wrong here', ko: '서버에 문제가 생겼습니다' },
    what: {
      en: 'This service made a mistake. It has been noted down.',
      ko: '이 서비스에서 오류가 발생했고, 기록해 두었습니다.',
    },
    nothing: { en: 'No message has been sent.', ko: '보낸 메시지는 없습니다.' },
    next: {
      en: 'Start again from your app. If it happens once more, tell whoever runs this service.',
      ko: '앱에서 다시 시작하세요. 또 같은 문제가 생기면 이 서비스를 운영하는 곳에 알려 주세요.',
    },
  },
} as const satisfies Record<NoticeKind, NoticeWords>;
