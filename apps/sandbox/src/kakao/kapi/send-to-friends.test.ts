import { beforeEach, describe, expect, it } from 'vitest';
import type { ManualClock } from '../../manual-clock.ts';
import type { Sandbox } from '../../options.ts';
import { uuidOf } from '../people.ts';
import {
  app,
  authorize,
  call,
  logIn,
  sendToFriends,
  startKakao,
  textTemplate,
} from '../test-support.ts';

let sandbox: Sandbox;
let clock: ManualClock;
let token: string;
const uuid = (id: number) => uuidOf(app.clientId, id);

beforeEach(async () => {
  ({ sandbox, clock } = await startKakao());
  token = (await logIn(sandbox, '서연')).access_token;
});

const send = (ids: readonly number[], text?: string) =>
  sendToFriends(sandbox, token, ids.map(uuid), text);

describe('a message to friends', () => {
  it('comes into the chat of each', async () => {
    const { status, json } = await send([2, 3], '오늘 볼까?');
    expect([status, json]).toEqual([200, { successful_receiver_uuids: [uuid(2), uuid(3)] }]);
    expect(sandbox.messages().map(({ from, to, name, text }) => [from, to, name, text])).toEqual([
      ['서연', 'kakao-2', '도윤', '오늘 볼까?'],
      ['서연', 'kakao-3', '가을', '오늘 볼까?'],
    ]);
  });

  it('is 200 although some are not reached, and says why for each', async () => {
    const { status, json } = await send([4, 2, 7, 5, 6]);
    expect(status).toBe(200);
    expect(json.successful_receiver_uuids).toEqual([uuid(2)]);
    expect(json.failure_info).toEqual([
      { code: -530, msg: expect.any(String), receiver_uuids: [uuid(4)] },
      { code: -502, msg: expect.any(String), receiver_uuids: [uuid(7), uuid(6)] },
      { code: -533, msg: expect.any(String), receiver_uuids: [uuid(5)] },
    ]);
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('is 200 where none of several is reached', async () => {
    const { status, json } = await send([8, 6]);
    expect([status, json]).toEqual([
      200,
      {
        failure_info: [{ code: -502, msg: expect.any(String), receiver_uuids: [uuid(8), uuid(6)] }],
      },
    ]);
    expect(sandbox.messages()).toEqual([]);
  });

  it.each([
    [4, -530],
    [5, -533],
    [6, -502],
    [7, -502],
    [8, -502],
  ])('to %i alone is an error of its own: %i', async (id, code) => {
    const { status, json } = await send([id]);
    expect([status, json.code, sandbox.messages()]).toEqual([400, code, []]);
  });

  it('reaches a friend who joined in the meantime', async () => {
    expect((await send([7])).json.code).toBe(-502);
    await authorize(sandbox, '없음');
    expect((await send([7])).status).toBe(200);
  });

  it('goes out as a page preview and as a custom template too', async () => {
    const receiver_uuids = JSON.stringify([uuid(2)]);
    const path = '/v1/api/talk/friends/message';
    for (const [form, fields] of [
      ['scrap/send', { request_url: 'https://app.example/' }],
      ['send', { template_id: '9' }],
    ] as const) {
      const answer = await call(sandbox, token, 'POST', `${path}/${form}`, {
        receiver_uuids,
        ...fields,
      });
      expect(answer.json).toEqual({ successful_receiver_uuids: [uuid(2)] });
    }
    expect(sandbox.messages().map(({ card }) => card?.type)).toEqual(['scrap', 'custom']);
  });

  it('wants talk_message of the sender', async () => {
    const { sandbox: fresh } = await startKakao();
    const { access_token } = await logIn(fresh, '서연', {}, ['profile_nickname', 'friends']);
    const { status, json } = await sendToFriends(fresh, access_token, [uuid(2)]);
    expect([status, json]).toMatchObject([
      403,
      { code: -402, api_type: 'TALK_MESSAGE_SEND', required_scopes: ['talk_message'] },
    ]);
  });
});

describe('receiver_uuids', () => {
  const post = async (receiver_uuids?: string) =>
    (
      await call(sandbox, token, 'POST', '/v1/api/talk/friends/message/default/send', {
        receiver_uuids,
        template_object: textTemplate('x'),
      })
    ).json;

  it.each([
    [undefined, 'The Parameter [receiver_uuids] cannot be null.'],
    ['', 'The Parameter [receiver_uuids] cannot be empty.'],
    ['[]', 'The Parameter [receiver_uuids] cannot be empty.'],
    ['abcdefgh0001', 'The input receiver id(s) is invalid format.'],
    ['["no such form"]', 'The input receiver id(s) is invalid format.'],
    ['{"a":1}', 'The input receiver id(s) is invalid format.'],
    ['[1]', 'The input receiver id(s) is invalid format.'],
  ])('%j is refused in Kakao’s words', async (given, words) => {
    expect(await post(given)).toEqual({ code: -2, msg: expect.stringContaining(words) });
  });

  it('may be five, not six, and not the sender', async () => {
    const many = [2, 3, 4, 5, 6, 7].map(uuid);
    expect((await post(JSON.stringify(many))).code).toBe(-2);
    expect((await post(JSON.stringify(many.slice(1)))).successful_receiver_uuids).toHaveLength(1);
    expect((await post(JSON.stringify([uuid(2), uuid(1)]))).msg).toContain(
      'identical to the sender',
    );
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('reach nobody twice', async () => {
    await post(JSON.stringify([uuid(2), uuid(2)]));
    expect(sandbox.messages()).toHaveLength(1);
  });
});

describe('quotas of a day', () => {
  const codeOf = async (ids: readonly number[]) => (await send(ids)).json.code ?? 0;
  /** A token lives six hours; none of this takes as long, but a new day does. */
  const nextDay = async () => {
    clock.advance(24 * 60 * 60 * 1000);
    token = (await logIn(sandbox, '서연')).access_token;
  };

  it('20 for a pair: -536, and the next day is another', async () => {
    for (let count = 0; count < 20; count += 1) expect(await codeOf([2])).toBe(0);
    expect(await codeOf([2])).toBe(-536);
    expect(await codeOf([3])).toBe(0);
    await nextDay();
    expect(await codeOf([2])).toBe(0);
  });

  it('100 for a sender: -532', async () => {
    const friends = Array.from({ length: 6 }, (_, index) => ({ id: 100 + index }));
    const others = friends.map(({ id }) => ({
      id,
      nickname: `친구${id}`,
      agreed: ['friends', 'talk_message'] as const,
    }));
    const people = [{ id: 1, nickname: '서연', friends }, ...others];
    ({ sandbox } = await startKakao({ users: people }));
    token = (await logIn(sandbox, '서연')).access_token;
    const five = friends.slice(0, 5).map(({ id }) => id);
    for (let count = 0; count < 20; count += 1) {
      expect((await send(five)).json.failure_info).toBeUndefined();
    }
    expect(await codeOf([105])).toBe(-532);
  });

  it('100 for a receiver: -533', async () => {
    const senders = Array.from({ length: 6 }, (_, index) => ({
      id: 100 + index,
      nickname: `보냄${index}`,
      agreed: ['profile_nickname', 'talk_message', 'friends'] as const,
      friends: [{ id: 1 }],
    }));
    const receiver = { id: 1, nickname: '서연', agreed: ['friends'] as const };
    ({ sandbox } = await startKakao({ users: [receiver, ...senders] }));
    for (const { nickname } of senders.slice(0, 5)) {
      token = (await logIn(sandbox, nickname)).access_token;
      for (let count = 0; count < 20; count += 1) expect(await codeOf([1])).toBe(0);
    }
    token = (await logIn(sandbox, '보냄5')).access_token;
    expect(await codeOf([1])).toBe(-533);
  });

  it('of the app: all or nothing of a request', async () => {
    ({ sandbox } = await startKakao({ apps: [{ ...app, dailyQuota: 3 }] }));
    token = (await logIn(sandbox, '서연')).access_token;
    expect(await codeOf([2, 3])).toBe(0);
    expect(await codeOf([2, 3])).toBe(-10);
    expect(await codeOf([2])).toBe(0);
  });
});
