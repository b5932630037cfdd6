import type { KakaoScope } from '../seed/seed.ts';

export interface ScopeFacts {
  /** As Kakao's consent page and `/v2/user/scopes` name it. */
  readonly ko: string;
  readonly en: string;
  readonly type: 'PRIVACY' | 'SERVICE';
}

/** Every scope the sandbox knows. `openid` is never asked about: it only brings the id_token. */
export const scopeFacts: Readonly<Record<KakaoScope, ScopeFacts>> = {
  openid: { ko: 'OpenID Connect', en: 'OpenID Connect', type: 'SERVICE' },
  profile_nickname: { ko: '닉네임', en: 'Nickname', type: 'PRIVACY' },
  profile_image: { ko: '프로필 사진', en: 'Profile picture', type: 'PRIVACY' },
  talk_message: {
    ko: '카카오톡 메시지 전송',
    en: 'Send messages in KakaoTalk',
    type: 'SERVICE',
  },
  friends: {
    ko: '카카오 서비스 내 친구목록(프로필사진, 닉네임, 즐겨찾기 포함)',
    en: 'Friends list in the service (picture, nickname, favorites)',
    type: 'SERVICE',
  },
};

export const allScopes = Object.keys(scopeFacts) as readonly KakaoScope[];

/** Kakao lets `friends` be asked for in use only: a log-in that names no scopes leaves it out. */
export const unnamedScopes = allScopes.filter((scope) => scope !== 'friends');

export function isScope(text: string): text is KakaoScope {
  return Object.hasOwn(scopeFacts, text);
}
