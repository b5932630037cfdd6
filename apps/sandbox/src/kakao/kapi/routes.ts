import type { SendForm } from '../template/read-card.ts';
import type { Handler } from './call.ts';
import { friends } from './friends.ts';
import { sendMemo } from './send-memo.ts';
import { sendToFriends } from './send-to-friends.ts';
import { logout, unlink, userinfo, userScopes } from './user.ts';

const forms: readonly (readonly [path: string, form: SendForm])[] = [
  ['default/send', 'default'],
  ['scrap/send', 'scrap'],
  ['send', 'custom'],
];

export interface ApiRoute {
  readonly methods: readonly string[];
  readonly handler: Handler;
}

/** Every path of kapi that the sandbox has. */
export const apiRoutes: ReadonlyMap<string, ApiRoute> = new Map([
  ...forms.flatMap(([path, form]): [string, ApiRoute][] => [
    [`/v2/api/talk/memo/${path}`, { methods: ['POST'], handler: (call) => sendMemo(form, call) }],
    [
      `/v1/api/talk/friends/message/${path}`,
      { methods: ['POST'], handler: (call) => sendToFriends(form, call) },
    ],
  ]),
  ['/v1/api/talk/friends', { methods: ['GET'], handler: friends }],
  ['/v1/oidc/userinfo', { methods: ['GET', 'POST'], handler: userinfo }],
  ['/v2/user/scopes', { methods: ['GET'], handler: userScopes }],
  ['/v1/user/logout', { methods: ['POST'], handler: logout }],
  ['/v1/user/unlink', { methods: ['POST'], handler: unlink }],
]);
