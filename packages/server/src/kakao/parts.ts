import type { TokenStore } from '@jeonbo/kakao-client';
import type { KakaoContext } from '@jeonbo/tools';
import type { ClientParts } from '../client-parts.ts';

/** What the tools of `kakao` are made of: a provider's client, and whose it is. */
export interface KakaoParts
  extends ClientParts,
    Partial<Pick<KakaoContext, 'pages' | 'consent' | 'link'>> {
  /** Where the tokens of people who logged in are kept. */
  readonly tokens: TokenStore;
  /** Whose tokens, and whose sends in the ledger. */
  readonly account: string;
}
