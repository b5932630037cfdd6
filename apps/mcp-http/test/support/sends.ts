import { createBrowser } from './browser.ts';
import { atKakao, type LoggedIn, logIn } from './oauth.ts';
import type { Pair } from './pair.ts';
import { callTool, contentOf, type RawAnswer } from './raw.ts';
import { bearer, numbers, smsTo } from './world.ts';

/** One call that sends, which may be made again at any instance. */
export interface Send {
  call(url: string): Promise<RawAnswer>;
  /** How many people it is for. */
  readonly people: number;
  /** Of those that came to the phones. */
  is(message: { readonly text: string; readonly to: string }): boolean;
}

/** To one number each. */
export async function smsSends(): Promise<readonly Send[]> {
  return numbers(44).map((number) => ({
    call: (url) => callTool(`${url}/mcp`, bearer('kim'), 'send_sms', smsTo(number)),
    people: 1,
    is: ({ to }) => to === number,
  }));
}

/** Of two people, each to themself, to one friend and to two. */
export async function kakaoSends(pair: Pair): Promise<readonly Send[]> {
  const seoyeon = await logInWithFriends(pair, '김서연');
  const doyun = await logInWithFriends(pair, '이도윤');
  return [seoyeon, doyun].flatMap(({ headers, uuids }, sender) => {
    const toMe = (message: string) => ['send_message_to_me', { message }] as const;
    const toFriends = (message: string, ...to: string[]) =>
      ['send_message', { uuids: to, message }] as const;
    const [first = '', second = ''] = uuids;
    return Array.from({ length: 22 }, (_, index): Send => {
      const message = `message ${index} of person ${sender}`;
      const kinds = [toMe(message), toFriends(message, first), toFriends(message, first, second)];
      const turn = index % kinds.length;
      const [tool, parameters] = kinds[turn] ?? toMe(message);
      return {
        call: (url) => callTool(`${url}/mcp`, headers, tool, parameters),
        people: turn === 2 ? 2 : 1,
        is: ({ text }) => text === message,
      };
    });
  });
}

interface Friend {
  readonly uuid: string;
  readonly profile_nickname: string;
}

/** Of the sandbox's people; the others have something wrong with them each. */
const reachable = ['김서연', '이도윤', 'Mina Park'];

/** A person who agreed to be asked for friends, and two friends whom messages reach. */
async function logInWithFriends(
  pair: Pair,
  user: string,
): Promise<LoggedIn & { readonly uuids: readonly string[] }> {
  const loggedIn = await logIn(pair, { user });
  const search = async () =>
    contentOf(await callTool(pair.mcp, loggedIn.headers, 'search_kakao_friends', {}));
  const { details } = await search();
  const { consent_url } = (details ?? {}) as { consent_url?: string };
  if (consent_url) await createBrowser().open(await atKakao(pair, consent_url, user));
  const { friends } = (await search()) as { friends: readonly Friend[] };
  const reached = friends.filter(({ profile_nickname: name }) => reachable.includes(name));
  return { ...loggedIn, uuids: reached.map(({ uuid }) => uuid) };
}
