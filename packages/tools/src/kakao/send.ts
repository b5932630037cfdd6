import type { JeonboError, Recipient, SendReceipt } from '@jeonbo/core';
import type { NamedRecipient } from '../guard/recipients.ts';
import { sendGuarded } from '../guard/send-guarded.ts';
import { integer, text } from '../json-schema.ts';
import { nameOf } from '../messaging/inputs.ts';
import { sendOutput } from '../messaging/outputs.ts';
import type { Told, ToolAnswer, ToolCall } from '../tool.ts';
import { contentClient } from './client.ts';
import { withConsent } from './consent.ts';
import type { Content } from './content.ts';
import type { KakaoContext } from './context.ts';
import { describeReceivers, nameFor, receiversOutput, tellReceivers } from './receivers.ts';

export const toMeOutput = sendOutput({ result_code: integer, link: text });
export const toFriendsOutput = sendOutput({ link: text, ...receiversOutput });
export const toEitherOutput = sendOutput({ result_code: integer, link: text, ...receiversOutput });

interface Send {
  /** The tool. */
  readonly action: string;
  readonly to: readonly NamedRecipient[];
  readonly content: Content;
  readonly confirmToken: string | undefined;
}

/** What the tools that send share: the way through the guard rails, and to a consent that is missing. */
export function send(
  { action, to, content, confirmToken }: Send,
  context: KakaoContext,
  call: ToolCall,
): Promise<ToolAnswer> {
  const { client, linkOf } = contentClient(context.kakao, content, to.length, call.progress);
  const link = () => {
    const address = linkOf();
    return address === undefined ? {} : { link: address };
  };
  const toMe = { describe: () => ({ result_code: 0, ...link() }) };
  const toFriends = {
    describe: (receipt: SendReceipt) => ({ ...describeReceivers(receipt, context), ...link() }),
    tell: (receipt: SendReceipt) => tellReceivers(receipt, context),
  };
  const guarded = {
    action,
    client,
    account: context.account,
    kind: 'kakao',
    address: 'kakaoUuid',
    to,
    message: { text: content.text },
    nameOf,
    nameFor: (recipient: Recipient) => nameFor(recipient, context),
    ...(to.includes('me') ? toMe : toFriends),
  } as const;
  let agreed: (() => Promise<string>) | undefined;
  const onConfirmed = (issueToken: () => Promise<string>) => {
    agreed = issueToken;
  };
  const attempt = (carried = confirmToken) =>
    sendGuarded({ ...guarded, confirmToken: carried, onConfirmed }, context, call);
  return withConsent({ attempt, carry: async () => agreed?.() }, context, call);
}

/** Of a send to friends that nobody got now: each with the reason, as in a success. */
export function receiversInFailure({ receipt }: JeonboError, context: KakaoContext): Told {
  const { accepted = [], rejected = [], unknown = [] } = receipt ?? {};
  const failed = [...rejected, ...unknown];
  if (failed.length === 0 || failed.some(({ recipient }) => recipient === 'me'))
    return { data: {}, text: '' };
  const told = { accepted, rejected, unknown };
  return {
    data: {
      ...describeReceivers(told, context),
      sent_count: accepted.length,
      failed_count: rejected.length,
      ...(unknown.length > 0 && { unknown_count: unknown.length }),
    },
    text: tellReceivers(told, context),
  };
}
