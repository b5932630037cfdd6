import { JeonboError } from '@jeonbo/core';
import {
  createKakaoClient,
  createKakaoOAuth,
  type KakaoClient,
  type KakaoOAuth,
  type KakaoOAuthOptions,
} from '@jeonbo/kakao-client';
import type { ClientParts } from '../client-parts.ts';
import { wireLog } from '../wire-log.ts';
import type { KakaoParts } from './parts.ts';
import { whereToGet } from './where-to-get.ts';

/** A client for one account with the settings of one environment; what is missing there is not looked for elsewhere. */
export function createClient({ tokens, account, ...parts }: KakaoParts): KakaoClient {
  return createKakaoClient(optionsOf(parts, { tokens, account }));
}

/** Kakao Login of the app. */
export function kakaoLogin(parts: ClientParts): KakaoOAuth {
  return createKakaoOAuth(optionsOf(parts, {}));
}

function optionsOf<Own extends object>(
  { environment, language, log, fetch }: ClientParts,
  own: Own,
): KakaoOAuthOptions & Own {
  const clientId = environment.KAKAO_CLIENT_ID?.trim();
  return {
    /** Read at each request, so that a missing one is the error of a call and not of the start. */
    get clientId(): string {
      if (clientId) return clientId;
      const words = `KAKAO_CLIENT_ID is not set. ${whereToGet[language].KAKAO_CLIENT_ID}`;
      const details = { provider: 'kakao', field: 'KAKAO_CLIENT_ID' };
      throw new JeonboError('MISSING_CREDENTIALS', words, details);
    },
    clientSecret: environment.KAKAO_CLIENT_SECRET?.trim() ?? '',
    authBaseUrl: environment.KAKAO_AUTH_BASE_URL || 'https://kauth.kakao.com',
    apiBaseUrl: environment.KAKAO_API_BASE_URL || 'https://kapi.kakao.com',
    ...(fetch && { fetch }),
    ...wireLog(log),
    ...own,
  };
}
