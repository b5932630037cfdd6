import type { KakaoContext, ToolContext } from '@jeonbo/tools';
import { createClient } from './client.ts';
import type { KakaoParts } from './parts.ts';
import { waitForConsent } from './wait-for-consent.ts';

/** What the tools of `kakao` work with, for one account and by the settings of one environment. */
export function kakaoContext(common: ToolContext, parts: KakaoParts): KakaoContext {
  const { account, pages, consent, link, tokens } = parts;
  return {
    ...common,
    kakao: createClient(parts),
    account,
    ...(pages && { pages }),
    ...(consent && {
      consent,
      consented: (error, signal) => waitForConsent(tokens, account, error, { signal }),
    }),
    ...(link !== undefined && { link }),
  };
}
