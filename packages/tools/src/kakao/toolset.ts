import type { GuardSettings } from '../guard/settings.ts';
import { listFriends } from '../messaging/list-recipients.ts';
import type { Toolset } from '../toolset.ts';
import { checkMessage, checkMessageToPeople } from './check-message.ts';
import type { KakaoContext } from './context.ts';
import { kakaoResources } from './resources.ts';
import { searchKakaoFriends } from './search-kakao-friends.ts';
import { sendKakaoTemplate, sendKakaoTemplateToPeople } from './send-kakao-template.ts';
import { sendMessage, sendMessageToPeople } from './send-message.ts';
import { sendMessageToMe } from './send-message-to-me.ts';

const byUuid: Toolset<KakaoContext> = {
  tools: [sendMessageToMe, sendMessage, sendKakaoTemplate, searchKakaoFriends, checkMessage],
  prompts: [],
  resources: kakaoResources,
  fieldNames: { text: 'message' },
  instructions: {
    en: 'Sends KakaoTalk messages of the logged-in person to themself and to friends. Messages reach people: send only what the user asked for, once, and look at who got it. Friends are named by uuid from search_kakao_friends; a nickname may be several people’s. CONSENT_REQUIRED: give the user the address or command in the answer, nothing was sent, repeat afterwards. KakaoTalk reports no delivery.',
    ko: '로그인한 사용자의 카카오톡을 나에게 또는 친구에게 보냅니다. 사람에게 전달되므로 사용자가 요청한 것만 한 번 보내고 누가 받았는지 확인하세요. 친구는 search_kakao_friends의 uuid로 지정하며 닉네임은 겹칠 수 있습니다. CONSENT_REQUIRED이면 응답의 주소나 명령을 사용자에게 안내하고(발송되지 않음) 동의 후 다시 호출하세요. 카카오톡은 수신 결과를 알려 주지 않습니다.',
  },
};

const byBook: Toolset<KakaoContext> = {
  ...byUuid,
  tools: [
    listFriends,
    sendMessageToMe,
    sendMessageToPeople,
    sendKakaoTemplateToPeople,
    checkMessageToPeople,
  ],
};

/** The tools and resources of `kakao`. With a recipient book people are named by id and in no other way. */
export function kakaoToolset({
  recipients,
}: Pick<GuardSettings, 'recipients'>): Toolset<KakaoContext> {
  return recipients === 'book' ? byBook : byUuid;
}
