import * as z from 'zod/mini';
import { reading } from '../annotations.ts';
import { isOwn } from '../guard/own-sends.ts';
import { integer, list } from '../json-schema.ts';
import { defineTool } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { describeMessage, messageSchema } from './message.ts';

/** Messages that are looked through where only some of an account are the caller's own. */
const mostRead = 1000;

const party = z.optional(z.string());

export const listMessages = defineTool({
  name: 'list_messages',
  title: { en: 'Messages', ko: '메시지 목록' },
  description: {
    en: 'Lists messages of the Twilio account, newest first, sent by any program and received: who, when, status, price; never their texts. For one message whose sid is known use get_message_status.',
    ko: 'Twilio 계정의 메시지를 최신순으로 보여 줍니다(다른 프로그램의 발송과 수신 포함): 번호, 시각, 상태, 요금. 본문은 보여 주지 않습니다. sid를 아는 메시지 하나는 get_message_status로 조회하세요.',
  },
  input: z.strictObject({
    to: party,
    from: party,
    limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
  }),
  parameters: {
    to: { en: 'Only to this number or book id', ko: '이 번호(또는 수신자 id)로 간 것만' },
    from: { en: 'Only from this number or book id', ko: '이 번호(또는 수신자 id)에서 온 것만' },
    limit: { en: 'Messages to return', ko: '가져올 건수' },
  },
  output: { required: { count: integer, messages: list(messageSchema) } },
  annotations: reading,
  async handler({ to, from, limit }, context: TwilioContext, { signal }) {
    const { twilio, guard, caller, language } = context;
    const phone = (given: string | undefined) => {
      const number = given && (guard.book?.get(given)?.phoneNumber ?? given);
      return number || undefined;
    };
    const [recipient, sender] = [phone(to), phone(from)];
    const filter = {
      ...(recipient && { to: recipient }),
      ...(sender && { from: sender }),
      limit: caller === undefined ? limit : mostRead,
      pageSize: limit,
    };
    const messages: ReturnType<typeof describeMessage>[] = [];
    for await (const message of twilio.messages.list(filter, signal ? { signal } : {})) {
      if (await isOwn('twilio', message.sid, context))
        messages.push(describeMessage(message, context));
      if (messages.length === limit) break;
    }
    const summary = { en: `${messages.length} messages.`, ko: `${messages.length}건입니다.` };
    const lines = messages.map(
      ({ sid, status, to, date_created }) => `${date_created} ${sid} → ${to}: ${status}`,
    );
    const data = { count: messages.length, messages };
    return { data, text: [summary[language], ...lines].join('\n') };
  },
});
