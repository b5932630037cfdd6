import type { Language } from '../../types.ts';

/** What happened, and what to do next. Console menus are in brackets, as Kakao names them. */
type Words = readonly [what: string, next: string];

const en = {
  noClientId: [
    'KAKAO_CLIENT_ID is not set.',
    'It is the REST API key of your app. Console: [앱 › 플랫폼 키]. Then: export KAKAO_CLIENT_ID=…',
  ],
  portTaken: [
    'Port {port} of this machine is taken, so Kakao’s redirect could not arrive.',
    'Close what uses it, or take another with --port and register its redirect URI too, or use --paste.',
  ],
  unreachable: [
    'Kakao cannot be reached from here: {reason}.',
    'Look at the network or proxy of this machine, then begin again. Nothing was changed.',
  ],
  KOE001: [
    'Kakao does not take the request (KOE001).',
    'Look at KAKAO_CLIENT_ID and KAKAO_AUTH_BASE_URL, then begin again.',
  ],
  KOE003: ['Kakao has a fault of its own at the moment (KOE003).', 'Try it again in a minute.'],
  KOE004: [
    'Kakao Login is off for this app (KOE004).',
    'Console: [카카오 로그인 › 사용 설정], set the state to ON. Then begin again.',
  ],
  KOE005: [
    'This app is a test app, and the person is no member of it (KOE005).',
    'Console: [앱 › 멤버], invite the person. Then begin again.',
  ],
  KOE006: [
    'The redirect URI is not registered (KOE006): {redirectUri}',
    'Console: [앱 › 플랫폼 키 › REST API 키 › 리다이렉트 URI], add it letter for letter. Then begin again.',
  ],
  KOE008: [
    'KAKAO_CLIENT_ID is a key of another kind (KOE008).',
    'Console: [앱 › 플랫폼 키], copy the REST API key, not the JavaScript or the native one.',
  ],
  KOE010: [
    'Kakao refuses the client secret (KOE010).',
    'Console: [앱 › 플랫폼 키 › REST API 키 › 클라이언트 시크릿]. Copy it into KAKAO_CLIENT_SECRET, or unset that where the console has it off.',
  ],
  KOE101: [
    'Kakao knows no app with this KAKAO_CLIENT_ID (KOE101).',
    'Console: [앱 › 플랫폼 키], copy the REST API key once more.',
  ],
  KOE205: [
    'The app asks for a consent item that is not set up (KOE205): {scopes}',
    'Console: [카카오 로그인 › 동의항목], set up nickname, [카카오톡 메시지 전송] and, for friends, [카카오 서비스 내 친구목록].',
  ],
  KOE237: [
    'There were too many logins of this person in a short time (KOE237).',
    'Wait ten minutes, then begin again.',
  ],
  KOE303: [
    'The redirect URI is not the one that the login began with (KOE303).',
    'Begin the login again and use the new address.',
  ],
  KOE320: [
    'The code from Kakao was used before or is too old (KOE320).',
    'Begin the login again and use the new address.',
  ],
  refusedByKakao: [
    'Kakao refuses the login: {reason}',
    'Look at the app in the console, then begin again.',
  ],
  notAgreed: [
    'Nobody is logged in: the consent was refused.',
    'Begin again when you want to agree. Kakao asks for each item separately.',
  ],
  noIdToken: [
    'Kakao does not say who logged in: OpenID Connect is off.',
    'Console: [카카오 로그인 › 사용 설정], set OpenID Connect to ON. Then begin again.',
  ],
  notTrusted: [
    'What Kakao says about who logged in cannot be trusted ({reason}), so nothing was kept.',
    'Look at the clock of this machine, KAKAO_CLIENT_ID and KAKAO_AUTH_BASE_URL, then begin again.',
  ],
  otherPerson: [
    'The account {account} is {before}, and {now} logged in. Nothing was changed.',
    'For another person take another name (--account NAME), or free this one: jeonbo-mcp kakao logout --account {account}',
  ],
  tooLate: [
    'Nobody logged in within {minutes} minutes. Nothing was changed.',
    'Begin again: the address from before is of no use any more.',
  ],
  canceled: ['Canceled. Nothing was changed.', 'Begin again whenever you like.'],
  noInput: [
    'No address was pasted. Nothing was changed.',
    'Begin again, and paste the whole address at which the browser ended.',
  ],
  noLogin: ['Nobody is logged in as {account}.', 'These are logged in: {known}'],
  stillLinked: [
    'Kakao did not unlink the app: {reason}. Nothing was changed.',
    'Try again, or do it in KakaoTalk: [설정 › 카카오계정 › 연결된 서비스 관리].',
  ],
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof en;

const ko: Record<ProblemCode, Words> = {
  noClientId: [
    'KAKAO_CLIENT_ID가 설정되지 않았습니다.',
    '앱의 REST API 키입니다. 콘솔의 [앱 › 플랫폼 키]에서 복사하세요. 그다음: export KAKAO_CLIENT_ID=…',
  ],
  portTaken: [
    '이 컴퓨터의 {port}번 포트를 다른 프로그램이 쓰고 있어 카카오에서 돌아오는 로그인을 받을 수 없습니다.',
    '그 프로그램을 종료하거나, --port로 다른 포트를 쓰고 그 리다이렉트 URI도 등록하거나, --paste를 쓰세요.',
  ],
  unreachable: [
    '이 컴퓨터에서 카카오에 연결할 수 없습니다: {reason}',
    '네트워크나 프록시를 확인하고 다시 시작하세요. 바뀐 것은 없습니다.',
  ],
  KOE001: [
    '카카오가 요청을 받지 않습니다(KOE001).',
    'KAKAO_CLIENT_ID와 KAKAO_AUTH_BASE_URL을 확인하고 다시 시작하세요.',
  ],
  KOE003: ['카카오 쪽에 일시적인 오류가 있습니다(KOE003).', '잠시 뒤에 다시 시도하세요.'],
  KOE004: [
    '이 앱의 카카오 로그인이 꺼져 있습니다(KOE004).',
    '콘솔의 [카카오 로그인 › 사용 설정]에서 상태를 ON으로 바꾸고 다시 시작하세요.',
  ],
  KOE005: [
    '테스트 앱인데 로그인한 사람이 앱의 멤버가 아닙니다(KOE005).',
    '콘솔의 [앱 › 멤버]에서 초대하고 다시 시작하세요.',
  ],
  KOE006: [
    '리다이렉트 URI가 등록되어 있지 않습니다(KOE006): {redirectUri}',
    '콘솔의 [앱 › 플랫폼 키 › REST API 키 › 리다이렉트 URI]에 글자 그대로 추가하고 다시 시작하세요.',
  ],
  KOE008: [
    'KAKAO_CLIENT_ID에 다른 종류의 키가 들어 있습니다(KOE008).',
    '콘솔의 [앱 › 플랫폼 키]에서 JavaScript 키나 네이티브 앱 키가 아닌 REST API 키를 복사하세요.',
  ],
  KOE010: [
    '카카오가 클라이언트 시크릿을 거부했습니다(KOE010).',
    '콘솔의 [앱 › 플랫폼 키 › REST API 키 › 클라이언트 시크릿] 값을 KAKAO_CLIENT_SECRET에 넣으세요. 콘솔에서 꺼 두었다면 이 변수를 지우세요.',
  ],
  KOE101: [
    'KAKAO_CLIENT_ID에 해당하는 앱이 없습니다(KOE101).',
    '콘솔의 [앱 › 플랫폼 키]에서 REST API 키를 다시 복사하세요.',
  ],
  KOE205: [
    '설정되지 않은 동의항목을 요청했습니다(KOE205): {scopes}',
    '콘솔의 [카카오 로그인 › 동의항목]에서 닉네임과 [카카오톡 메시지 전송]을, 친구에게 보내려면 [카카오 서비스 내 친구목록]도 설정하세요.',
  ],
  KOE237: ['짧은 시간에 로그인을 너무 많이 했습니다(KOE237).', '10분 뒤에 다시 시작하세요.'],
  KOE303: [
    '로그인을 시작할 때의 리다이렉트 URI와 다릅니다(KOE303).',
    '로그인을 다시 시작하고 새 주소를 쓰세요.',
  ],
  KOE320: [
    '카카오가 준 코드를 이미 썼거나 코드가 만료되었습니다(KOE320).',
    '로그인을 다시 시작하고 새 주소를 쓰세요.',
  ],
  refusedByKakao: [
    '카카오가 로그인을 거부했습니다: {reason}',
    '콘솔에서 앱 설정을 확인하고 다시 시작하세요.',
  ],
  notAgreed: [
    '동의를 거절해서 로그인하지 않았습니다.',
    '동의하려면 다시 시작하세요. 항목마다 따로 동의할 수 있습니다.',
  ],
  noIdToken: [
    '누가 로그인했는지 카카오가 알려 주지 않았습니다. OpenID Connect가 꺼져 있습니다.',
    '콘솔의 [카카오 로그인 › 사용 설정]에서 OpenID Connect를 ON으로 바꾸고 다시 시작하세요.',
  ],
  notTrusted: [
    '누가 로그인했는지 믿을 수 없어({reason}) 아무것도 저장하지 않았습니다.',
    '이 컴퓨터의 시계, KAKAO_CLIENT_ID, KAKAO_AUTH_BASE_URL을 확인하고 다시 시작하세요.',
  ],
  otherPerson: [
    '{account} 계정은 {before}의 것인데 {now}(으)로 로그인했습니다. 바뀐 것은 없습니다.',
    '다른 사람은 다른 이름으로 로그인하거나(--account 이름), 먼저 로그아웃하세요: jeonbo-mcp kakao logout --account {account}',
  ],
  tooLate: [
    '{minutes}분 동안 아무도 로그인하지 않았습니다. 바뀐 것은 없습니다.',
    '다시 시작하세요. 앞의 주소는 더 이상 쓸 수 없습니다.',
  ],
  canceled: ['취소했습니다. 바뀐 것은 없습니다.', '언제든 다시 시작할 수 있습니다.'],
  noInput: [
    '붙여 넣은 주소가 없습니다. 바뀐 것은 없습니다.',
    '다시 시작하고, 브라우저가 마지막으로 이동한 주소 전체를 붙여 넣으세요.',
  ],
  noLogin: ['{account} 계정으로 로그인한 사람이 없습니다.', '로그인한 계정: {known}'],
  stillLinked: [
    '카카오에서 앱 연결을 끊지 못했습니다: {reason}. 바뀐 것은 없습니다.',
    '다시 시도하거나 카카오톡의 [설정 › 카카오계정 › 연결된 서비스 관리]에서 직접 끊으세요.',
  ],
};

export const problemTexts: Record<Language, Record<ProblemCode, Words>> = { en, ko };
