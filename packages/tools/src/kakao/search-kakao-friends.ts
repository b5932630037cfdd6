import type { Friend } from '@jeonbo/kakao-client';
import * as z from 'zod/mini';
import { reading } from '../annotations.ts';
import { flag, integer, list, nullable, object, text } from '../json-schema.ts';
import { quote } from '../quote.ts';
import { defineTool } from '../tool.ts';
import { withConsent } from './consent.ts';
import type { KakaoContext } from './context.ts';

/** Friends that are looked through for a name: ten requests to Kakao. */
const mostRead = 1000;

export const searchKakaoFriends = defineTool({
  name: 'search_kakao_friends',
  title: { en: 'KakaoTalk friends', ko: '카카오톡 친구 찾기' },
  description: {
    en: 'Finds KakaoTalk friends of the logged-in person by nickname, or lists them, for the uuid that sends take. Only friends who use this app and agreed are there; Kakao gives nicknames, no real names. allowed_msg false: takes no messages. Where several match, ask the user which one.',
    ko: '로그인한 사용자의 카카오톡 친구를 닉네임으로 찾거나 목록으로 보여 줍니다. 발송에 쓰는 uuid를 얻을 때 사용하세요. 이 앱을 쓰고 동의한 친구만 나오며 실명이 아닌 닉네임입니다. allowed_msg가 false이면 메시지를 받지 않습니다. 여럿이 나오면 누구인지 사용자에게 물어보세요.',
  },
  input: z.strictObject({
    query: z.optional(z.string()),
    limit: z._default(z.int().check(z.gte(1), z.lte(100)), 10),
    offset: z._default(z.int().check(z.gte(0)), 0),
  }),
  parameters: {
    query: { en: 'Part of the nickname', ko: '닉네임의 일부' },
    limit: { en: 'Friends to return', ko: '가져올 명수' },
    offset: { en: 'Friends to skip', ko: '건너뛸 명수' },
  },
  output: {
    required: {
      total_count: integer,
      friends: list(
        object({
          required: {
            uuid: text,
            profile_nickname: nullable(text),
            profile_thumbnail_image: nullable(text),
            favorite: nullable(flag),
            allowed_msg: nullable(flag),
          },
        }),
      ),
    },
    optional: { incomplete: flag },
  },
  annotations: reading,
  handler: (input, context: KakaoContext, call) =>
    withConsent(
      {
        async attempt() {
          const options = call.signal ? { signal: call.signal } : {};
          return answer(await find(input, context, options), context);
        },
      },
      context,
      call,
    ),
});

interface Input {
  readonly query?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

interface Found {
  readonly friends: readonly Friend[];
  readonly totalCount: number;
  /** There were more friends than are looked through. */
  readonly incomplete: boolean;
}

async function find(
  { query, limit, offset }: Input,
  { kakao }: KakaoContext,
  options: { readonly signal?: AbortSignal },
): Promise<Found> {
  const wanted = fold(query ?? '');
  if (wanted === '')
    return { ...(await kakao.friends.page({ limit, offset }, options)), incomplete: false };
  const matches: Friend[] = [];
  let read = 0;
  // Kakao cannot look for a name.
  for await (const friend of kakao.friends.list({ limit: mostRead + 1 }, options)) {
    read += 1;
    if (read <= mostRead && fold(friend.profileNickname ?? '').includes(wanted))
      matches.push(friend);
  }
  const friends = matches.slice(offset, offset + limit);
  return { friends, totalCount: matches.length, incomplete: read > mostRead };
}

/** Case, width and spaces make no other name. */
function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function answer({ friends, totalCount, incomplete }: Found, { language }: KakaoContext) {
  const shown = friends.map(describe);
  const summary = {
    en: `${shown.length} of ${totalCount} friends.`,
    ko: `친구 ${totalCount}명 중 ${shown.length}명입니다.`,
  }[language];
  const cut = {
    en: `Only the first ${mostRead} friends were looked through.`,
    ko: `처음 ${mostRead}명까지만 찾았습니다.`,
  }[language];
  const lines = shown.map(({ uuid, profile_nickname }) => `${uuid}: ${profile_nickname ?? '-'}`);
  const data = { total_count: totalCount, friends: shown, ...(incomplete && { incomplete }) };
  return { data, text: [summary, ...(incomplete ? [cut] : []), ...lines].join('\n') };
}

/** A nickname is what somebody wrote: data, on one line. */
function describe(friend: Friend) {
  return {
    uuid: friend.uuid,
    profile_nickname: friend.profileNickname === null ? null : quote(friend.profileNickname),
    profile_thumbnail_image: friend.profileThumbnailImage,
    favorite: friend.favorite,
    allowed_msg: friend.allowedMsg,
  };
}
