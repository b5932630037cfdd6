import * as z from 'zod/mini';
import { looking } from '../annotations.ts';
import { type Address, describeBook } from '../guard/recipient-book.ts';
import { integer, list, type ObjectShape, object, text } from '../json-schema.ts';
import { defineTool, type ToolContext } from '../tool.ts';

const about = {
  name: 'list_recipients',
  title: { en: 'Recipients', ko: '수신자 목록' },
  description: {
    en: 'Lists the people who can be reached, by the id that sends take. Nobody else can be; ask the operator to add someone.',
    ko: '보낼 수 있는 사람과 발송에 쓰는 id를 보여 줍니다. 목록에 없으면 보낼 수 없으니 운영자에게 추가를 요청하세요.',
  },
  input: z.strictObject({}),
  parameters: {},
  annotations: looking,
} as const;

const listing = (recipient: ObjectShape) => ({
  required: { total_count: integer, recipients: list(object(recipient)) },
});

/** Listed only where there is a book: without one nobody needs it. */
export const listRecipients = defineTool({
  ...about,
  output: listing({ required: { id: text, name: text, phone: text } }),
  handler: async (_input, context: ToolContext) => answer('phoneNumber', context),
});

/** The same for KakaoTalk, where people have no numbers. */
export const listFriends = defineTool({
  ...about,
  output: listing({ required: { id: text, name: text } }),
  handler: async (_input, context: ToolContext) => answer('kakaoUuid', context),
});

function answer(address: Address, { guard, language }: ToolContext) {
  const recipients = describeBook(guard.book ?? new Map(), address);
  const summary = {
    en: `${recipients.length} people can be reached.`,
    ko: `${recipients.length}명에게 보낼 수 있습니다.`,
  }[language];
  const lines = recipients.map(({ id, name, phone = '' }) => `${id}: ${name} ${phone}`.trim());
  const data = { total_count: recipients.length, recipients };
  return { data, text: [summary, ...lines].join('\n') };
}
