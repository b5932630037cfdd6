import * as z from 'zod/mini';
import { consentWords } from '../messaging/inputs.ts';
import type { Words } from '../words.ts';

/** A page takes no more. */
export const longestText = 20_000;

/** The length is told in the listing and held by the check, which counts characters as people do. */
export const message = z.string().check(z.meta({ maxLength: longestText }));

export const confirmToken = z.optional(z.string());

const most = 100;

/** Uuids of friends, or ids of the operator's book. */
export const several = z
  .array(z.string())
  .check(z.minLength(1, 'INVALID_RECIPIENTS_COUNT'), z.maxLength(most, 'INVALID_RECIPIENTS_COUNT'));

export const words = {
  message: {
    en: 'Text; over 200 characters it goes as its beginning with a link to a page',
    ko: '본문. 200자를 넘으면 앞부분과 전체를 볼 수 있는 페이지 링크로 나감',
  },
  uuid: {
    en: 'One friend, from search_kakao_friends',
    ko: 'search_kakao_friends의 친구 uuid 하나',
  },
  uuids: { en: 'Several friends, up to 100', ko: '친구 uuid 여러 개, 최대 100개' },
  id: { en: 'One person, from list_recipients', ko: 'list_recipients의 id 하나' },
  ids: { en: 'Several people, up to 100', ko: 'list_recipients의 id 여러 개, 최대 100개' },
  confirm_token: consentWords.confirm_token,
} as const satisfies Record<string, Words>;
