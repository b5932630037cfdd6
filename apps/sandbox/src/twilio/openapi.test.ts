import { beforeAll, expect, it } from 'vitest';
import type { TwilioContract } from '../../../../packages/twilio/test-support/index.ts';
import { twilioContract } from '../../../../packages/twilio/test-support/index.ts';
import type { Sandbox } from '../options.ts';
import type { Answer } from '../test-support.ts';
import { ask, startTestSandbox } from '../test-support.ts';
import { endingNumbers } from './outcomes.ts';
import type { Fields } from './test-support.ts';
import { get, messages, post, remove, send, serviceSid, startReceiver } from './test-support.ts';

// The sandbox's answers, held to Twilio's own OpenAPI: every property, none beside them, each of its form.

let contract: TwilioContract;
beforeAll(async () => {
  contract = await twilioContract();
});

function expectRight(method: string, sandbox: Sandbox, path: string, { status, json }: Answer) {
  expect(contract.checkAnswer(method, sandbox.url + path, status, json)).toEqual([]);
}

const service = { From: undefined, MessagingServiceSid: serviceSid };

const sends: readonly (readonly [name: string, fields: Fields])[] = [
  ['a text', {}],
  ['a name as sender', { From: 'Jeonbo' }],
  ['pictures', { MediaUrl: ['https://example.com/a.png', 'https://example.com/b.gif'] }],
  ['a messaging service', service],
  ['a schedule', { ...service, ScheduleType: 'fixed', SendAt: '2026-01-01T01:00:00Z' }],
  ['Korean', { To: '+821012345678', Body: '안녕하세요' }],
  ...Object.keys(endingNumbers).map((To) => [To, { To }] as const),
];

it.each(sends)('%s: created, on its way and ended', async (_, fields) => {
  const { sandbox, clock } = await startTestSandbox();
  const created = await send(sandbox, fields);
  expectRight('POST', sandbox, `${messages}.json`, created);
  for (const ms of [150, 150, 300, 3_600_000]) {
    clock.advance(ms);
    const path = created.json.uri;
    expectRight('GET', sandbox, path, await get(sandbox, path));
  }
});

it('pages, also empty ones, and what is inbound', async () => {
  const { sandbox } = await startTestSandbox({ deliveryMs: 0 });
  const list = `${messages}.json`;
  expectRight('GET', sandbox, list, await get(sandbox, list));
  for (let index = 0; index < 5; index += 1) await send(sandbox);
  const receiver = await startReceiver();
  const inbound = { from: '+14155550123', to: '+12025550100', url: receiver.url };
  await ask(sandbox, 'POST', '/_sandbox/twilio/inbound', inbound, {});
  const page = await get(sandbox, `${list}?PageSize=2`);
  expectRight('GET', sandbox, list, page);
  const next = await get(sandbox, page.json.next_page_uri);
  expect(next.json.messages).toHaveLength(2);
  expectRight('GET', sandbox, list, next);
});

it('media, feedback, redaction, cancellation and deletion', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const sent = (await send(sandbox, { MediaUrl: 'https://example.com/a.png' })).json;
  clock.advance(600);
  const list = `${messages}/${sent.sid}/Media.json`;
  const media = await get(sandbox, list);
  expectRight('GET', sandbox, list, media);
  const one = media.json.media_list[0].uri;
  expectRight('GET', sandbox, one, await get(sandbox, one));
  expectRight('DELETE', sandbox, one, await remove(sandbox, one));
  const feedback = `${messages}/${sent.sid}/Feedback.json`;
  expectRight('POST', sandbox, feedback, await post(sandbox, feedback, { Outcome: 'confirmed' }));
  expectRight('POST', sandbox, sent.uri, await post(sandbox, sent.uri, { Body: '' }));
  expectRight('DELETE', sandbox, sent.uri, await remove(sandbox, sent.uri));
  const SendAt = '2026-01-01T01:00:00Z';
  const later = (await send(sandbox, { ...service, ScheduleType: 'fixed', SendAt })).json;
  const canceled = await post(sandbox, later.uri, { Status: 'canceled' });
  expectRight('POST', sandbox, later.uri, canceled);
});

it('sees an answer that is wrong', () => {
  const wrong = { sid: 'SM1', num_segments: 1 };
  const faults = contract.checkAnswer('POST', `http://a${messages}.json`, 201, wrong);
  expect(faults.length).toBeGreaterThan(18);
});
