import { kakaoContext } from '@jeonbo/server';
import type { MessagePages } from '@jeonbo/store';
import { type KakaoContext, kakaoToolset } from '@jeonbo/tools';
import type { PersonCaller } from '../oauth/bearer.ts';
import type { OAuth } from '../oauth/oauth.ts';
import type { Provider } from './provider.ts';

/** The kakao server: each caller is a person who logged in at Kakao, with that person's tokens and nobody else's. */
export function kakaoProvider(oauth: OAuth, pages: MessagePages): Provider<KakaoContext> {
  const { issuer, vault } = oauth.parts;
  return {
    name: 'kakao',
    toolset: kakaoToolset,
    context(common, parts, caller) {
      const { account, id: owner } = caller as PersonCaller;
      return kakaoContext(common, {
        ...parts,
        tokens: vault,
        account,
        link: issuer,
        pages: {
          publish: async (text) => `${issuer}/m/${(await pages.publish({ text, owner })).id}`,
        },
        consent: (error) => oauth.consentLink(account, error),
      });
    },
  };
}
