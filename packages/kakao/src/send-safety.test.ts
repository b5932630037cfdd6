import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { failure } from '../test-support/index.ts';
import { createKakaoClient, textTemplate } from './index.ts';
import type { KakaoClientOptions } from './types.ts';

// The rows of send safety over a real socket: how often a message leaves is counted where it arrives.

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const template = textTemplate({ text: '안녕하세요', link: {} });

/** Answers each request, after its body was read, by its number from 1. */
async function kakaoAt(
  answer: (count: number) => RequestListener,
  options: KakaoClientOptions = {},
) {
  const counted = { requests: 0 };
  const server = createServer((request, response) => {
    counted.requests += 1;
    const listener = answer(counted.requests);
    request.resume().on('end', () => listener(request, response));
  });
  running.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const kakao = createKakaoClient({ accessToken: 'access-1', apiBaseUrl, ...options });
  return { counted, kakao, apiBaseUrl };
}

const answering =
  (status: number, body: object, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
const sent = answering(200, { result_code: 0 });
const tooMany = answering(429, { code: -10, msg: 'too many' }, { 'retry-after': '0' });
const cut: RequestListener = (request) => void request.socket.destroy();

it('429 is told, and repeated only where the app wants it', async () => {
  const answers = (count: number) => (count === 1 ? tooMany : sent);
  const plain = await kakaoAt(answers);
  const error = await failure(plain.kakao.memo.sendDefault(template));
  expect(error).toMatchObject({ status: 429, mayHaveBeenSent: false, retryable: true });
  expect(plain.counted.requests).toBe(1);

  const wanted = await kakaoAt(answers, { retryOn429: true });
  await wanted.kakao.memo.sendDefault(template);
  expect(wanted.counted.requests).toBe(2);
});

it.each<[string, RequestListener]>([
  ['408', answering(408, {})],
  ['503', answering(503, { code: -9798, msg: 'maintenance' })],
  ['-603, a time-out within Kakao', answering(400, { code: -603, msg: 'timeout' })],
  ['a connection that is cut', cut],
  ['no answer in time', () => {}],
])('%s leaves a send in doubt, and it left once', async (_, answer) => {
  const options = { retryOn429: true, timeoutMs: 300 };
  const { kakao, counted } = await kakaoAt(() => answer, options);
  const error = await failure(kakao.memo.sendDefault(template));
  expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
  const friends = { receiverUuids: ['friend'], template };
  expect(await failure(kakao.friends.sendDefault(friends))).toMatchObject({
    code: 'DELIVERY_UNKNOWN',
    receipt: { accepted: [], rejected: [], unknown: [{ recipient: { kakaoUuid: 'friend' } }] },
  });
  expect(counted.requests).toBe(2);
});

it('no connection at all left nothing', async () => {
  const { kakao } = await kakaoAt(() => sent);
  const [server] = running.splice(0);
  server?.close();
  server?.closeAllConnections();
  const error = await failure(kakao.memo.sendDefault(template));
  expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveBeenSent: false });
});

it('a read is repeated after the same', async () => {
  const nobody = answering(200, { elements: [], total_count: 0 });
  const answers = [tooMany, cut, nobody];
  const { kakao, counted } = await kakaoAt((count) => answers[count - 1] ?? nobody);
  expect(await kakao.friends.page()).toEqual({ friends: [], totalCount: 0 });
  expect(counted.requests).toBe(3);
});
