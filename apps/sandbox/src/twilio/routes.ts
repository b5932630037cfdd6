import type { ProviderContext } from '../gateway/provider.ts';
import { notFound } from './answers.ts';
import { changeMessage, deleteMessage } from './change-message.ts';
import { createMessage } from './create-message.ts';
import { giveFeedback } from './feedback.ts';
import { listMessages } from './list-messages.ts';
import { deleteMedia, fetchMedia, listMedia } from './media.ts';
import type { TwilioParts } from './parts.ts';
import type { MessageRecord } from './record.ts';
import { messageResource } from './resource.ts';

/** A request whose caller is known, cut into what its handler needs. */
interface Call {
  readonly accountSid: string;
  readonly sid: string;
  readonly mediaSid: string;
  readonly url: URL;
  readonly form: URLSearchParams;
  readonly context: ProviderContext;
}

type Handler = (call: Call) => Response;
type Methods = Readonly<Record<string, Handler>>;

/** What stands below `/2010-04-01/Accounts/{AccountSid}`. */
export function routesOf(
  parts: TwilioParts,
  tell: (record: MessageRecord) => void,
): readonly (readonly [path: RegExp, methods: Methods])[] {
  const { state } = parts;

  /** A message of another account is not found, as one that never was. */
  function messageOf({ accountSid, sid, url }: Call): MessageRecord {
    const record = state.get(sid);
    if (record === undefined || record.accountSid !== accountSid) throw notFound(url.pathname);
    return record;
  }

  const messages: Methods = {
    GET: ({ accountSid, url }) => listMessages(accountSid, url, state),
    POST: ({ accountSid, form, context }) => createMessage(accountSid, form, parts, context),
  };
  const message: Methods = {
    GET: (call) => Response.json(messageResource(messageOf(call))),
    POST: (call) => changeMessage(messageOf(call), call.form, parts, tell),
    DELETE: (call) => deleteMessage(messageOf(call), parts),
  };
  const mediaList: Methods = { GET: (call) => listMedia(messageOf(call), call.url) };
  const media: Methods = {
    GET: (call) => fetchMedia(messageOf(call), call.mediaSid, call.url),
    DELETE: (call) => deleteMedia(messageOf(call), call.mediaSid, call.url, state),
  };
  const feedback: Methods = {
    POST: (call) => giveFeedback(messageOf(call), call.form, call.context.clock.now()),
  };
  return [
    [/^\/Messages\.json$/, messages],
    [/^\/Messages\/(\w+)\.json$/, message],
    [/^\/Messages\/(\w+)\/Media\.json$/, mediaList],
    [/^\/Messages\/(\w+)\/Media\/(\w+)\.json$/, media],
    [/^\/Messages\/(\w+)\/Feedback\.json$/, feedback],
  ];
}
