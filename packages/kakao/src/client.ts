import { checkMessage } from './check.ts';
import { friendsPage, listFriends } from './friends.ts';
import { sendMemo } from './send.ts';
import { sendFriends } from './send-friends.ts';
import { sendMany } from './send-many.ts';
import { createTransport } from './transport.ts';
import type { KakaoClient, KakaoClientOptions } from './types.ts';
import { grantedScopes, logOut, unlink, userInfo } from './user.ts';

/**
 * Kakao's message API as it is, for one logged-in person. Nothing is read or opened before the first call.
 *
 * Sends leave at most once; a token that is over is renewed once, by one caller at a time. See README for both.
 *
 * @example
 * const kakao = createKakaoClient({ tokens, account: 'user-7' }); // tokens of a login: see createKakaoOAuth
 * await kakao.memo.sendDefault(textTemplate({ text: '안녕하세요', link: webLink('https://example.com') }));
 */
export function createKakaoClient(options: KakaoClientOptions = {}): KakaoClient {
  const { account = 'default' } = options;
  const transport = createTransport(options, account);
  return {
    memo: {
      sendDefault: (template, call) => sendMemo(transport, { template }, call),
      sendScrap: (content, call) => sendMemo(transport, content, call),
      sendCustom: (content, call) => sendMemo(transport, content, call),
    },
    friends: {
      list: (filter, call) => listFriends(transport, filter, call),
      page: (input, call) => friendsPage(transport, input, call),
      sendDefault: (input, call) => sendFriends(transport, input, call),
      sendScrap: (input, call) => sendFriends(transport, input, call),
      sendCustom: (input, call) => sendFriends(transport, input, call),
    },
    user: {
      info: (call) => userInfo(transport, call),
      scopes: (call) => grantedScopes(transport, call),
      logout: (call) => logOut(transport, call),
      unlink: (call) => unlink(transport, call),
    },
    check: checkMessage,
    sendMany: (receivers, many) => sendMany(transport, receivers, many),
    account,
    ledger: options.ledger,
  };
}
