import { type HttpAnswer, pick } from '@jeonbo/core/http';
import type { Feedback, Media, Message } from './message-types.ts';
import { isSid } from './sid.ts';

// By hand, since a schema library would be a quarter of this package (docs/decisions/0003). Every field of Twilio's may be
// null; numbers and prices come as strings, dates in RFC 2822.

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => {
  const read = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
};
const date = (value: unknown): Date | null => {
  if (typeof value !== 'string') return null;
  const read = new Date(value);
  return Number.isNaN(read.getTime()) ? null : read;
};

/** How each field is read; its name on the wire is the same in snake_case. */
type Fields<Item> = {
  readonly [Name in Exclude<keyof Item, 'raw'>]: (value: unknown) => Item[Name] | null;
};

const times = { dateCreated: date, dateUpdated: date, uri: text };

const messageFields: Fields<Message> = {
  sid: text,
  status: text,
  accountSid: text,
  messagingServiceSid: text,
  direction: text,
  to: text,
  from: text,
  body: text,
  numSegments: number,
  numMedia: number,
  price: number,
  priceUnit: text,
  errorCode: number,
  errorMessage: text,
  dateSent: date,
  ...times,
};

const mediaFields: Fields<Media> = {
  sid: text,
  parentSid: text,
  accountSid: text,
  contentType: text,
  ...times,
};

const feedbackFields: Fields<Feedback> = {
  messageSid: text,
  accountSid: text,
  outcome: text,
  ...times,
};

export function readMessage(json: unknown): Message | undefined {
  const message = readFields(json, messageFields);
  return message.status && isSid('message', message.sid ?? '') ? message : undefined;
}

export function readMedia(json: unknown): Media | undefined {
  const media = readFields(json, mediaFields);
  return media.sid ? media : undefined;
}

export function readFeedback(json: unknown): Feedback | undefined {
  const feedback = readFields(json, feedbackFields);
  return feedback.outcome ? feedback : undefined;
}

function readFields<Item>(json: unknown, fields: Fields<Item>): Item {
  const read: Record<string, unknown> = {};
  // A loop, as this runs for every message of a long list.
  for (const name in fields)
    read[name] = fields[name as keyof Fields<Item>](pick(json, wireName(name)));
  read.raw = json;
  return read as Item;
}

const wireNames: Record<string, string> = {};
function wireName(name: string): string {
  wireNames[name] ??= name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return wireNames[name];
}

/** The sid in a body that broke off. */
export function findMessageSid({ text }: HttpAnswer): string | undefined {
  return /"sid"\s*:\s*"((?:SM|MM)[0-9a-fA-F]{32})"/.exec(text)?.[1];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Relative to the API host; missing on the last page. */
  readonly next: string | undefined;
}

/** A page of `messages` or `media_list`; `undefined` where the list or anything in it cannot be read. */
export function readPage<Item>(
  json: unknown,
  name: 'messages' | 'media_list',
  readItem: (json: unknown) => Item | undefined,
): Page<Item> | undefined {
  const list = pick(json, name);
  if (!Array.isArray(list)) return undefined;
  const items = list.map(readItem).filter((item) => item !== undefined);
  if (items.length < list.length) return undefined;
  return { items, next: text(pick(json, 'next_page_uri')) || undefined };
}

/** What a refusal says. */
export function readFailure({ json }: HttpAnswer) {
  const code = number(pick(json, 'code'));
  if (code === null) return undefined;
  const moreInfo = text(pick(json, 'more_info')) ?? '';
  return {
    providerCode: String(code),
    message: text(pick(json, 'message')) ?? undefined,
    // A link is handed on only where it leads to Twilio.
    moreInfo: moreInfo.startsWith('https://www.twilio.com/') ? moreInfo : undefined,
  };
}
