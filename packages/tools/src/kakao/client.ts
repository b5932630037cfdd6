import type { MessageClient } from '@jeonbo/core';
import { createMessageClient, type KakaoClient } from '@jeonbo/kakao-client';
import { countAnswers } from '../messaging/count-answers.ts';
import type { ToolCall } from '../tool.ts';
import type { Content } from './content.ts';

/** Stands in the place of the text on the way through the client, which sends the template in its place. */
const standIn = '-';

/** A client in the vocabulary of the rails that sends one content, whatever its kind, and remembers its link. */
export function contentClient(
  kakao: KakaoClient,
  content: Content,
  total: number,
  progress: ToolCall['progress'],
) {
  let link: string | undefined;
  const client: Pick<MessageClient, 'provider' | 'check' | 'send'> = {
    provider: 'kakao',
    check: content.check,
    async send({ to }, options) {
      const built = await content.build();
      link = built.link;
      const sending = sendingOnly(kakao, built.template, total, progress);
      return createMessageClient(sending, { link: {} }).send({ to, text: standIn }, options);
    },
  };
  return { client, linkOf: () => link };
}

/** Whatever it is asked to send, it sends this template, and tells of every five. */
function sendingOnly(
  kakao: KakaoClient,
  template: Parameters<KakaoClient['memo']['sendDefault']>[0],
  total: number,
  progress: ToolCall['progress'],
): KakaoClient {
  const count = countAnswers(total, progress);
  return {
    ...kakao,
    memo: {
      ...kakao.memo,
      sendDefault: (_, options) => count(kakao.memo.sendDefault(template, options), 1),
    },
    friends: {
      ...kakao.friends,
      sendDefault: ({ receiverUuids }, options) =>
        count(
          kakao.friends.sendDefault({ receiverUuids, template }, options),
          receiverUuids.length,
        ),
    },
  };
}
