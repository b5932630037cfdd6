import {
  type CallOptions,
  type CheckResult,
  issuesError,
  JeonboError,
  type MessageClient,
  type OutboundMessage,
  type Recipient,
  type SendReceipt,
} from '@jeonbo/core';
import { sendWithLedger } from '@jeonbo/core/ledger';
import type { ToolAnswer, ToolCall, ToolContext } from '../tool.ts';
import { dryRunAnswer, heldAnswer, questionFor, sentAnswer } from './answers.ts';
import { audited } from './audited.ts';
import { confirmContent, issueToken, needsConfirmation } from './confirm.ts';
import { contentHash } from './content.ts';
import { payerOf } from './payer.ts';
import type { Address } from './recipient-book.ts';
import { type NamedRecipient, refuseStrangers, resolveRecipients } from './recipients.ts';
import { refuseSecrets } from './secrets.ts';
import { limitWindowMs } from './settings.ts';
import { summarize } from './summary.ts';

/** A send as a tool was asked for it, of any provider. */
export interface GuardedSend {
  /** The tool. */
  readonly action: string;
  /** Reports its own progress, beyond the start. */
  readonly client: Pick<MessageClient, 'provider' | 'check' | 'send'>;
  readonly account: string;
  /** `sms`, `mms`, `kakao`: the ledger's word. */
  readonly kind: string;
  readonly to: readonly NamedRecipient[];
  readonly message: Omit<OutboundMessage, 'to'>;
  /** The canonical name of a recipient in the ledger. */
  readonly nameOf: (recipient: Recipient) => string;
  readonly confirmToken?: string | undefined;
  /** Told once it was agreed to: what was agreed to and did not leave need not be asked again, with another token. */
  readonly onConfirmed?: (issueToken: () => Promise<string>) => void;
  /** The provider's own fields of a receipt, such as `group_id`. */
  readonly describe: (receipt: SendReceipt) => Readonly<Record<string, unknown>>;
  /** The same as a text, where these fields tell of each recipient: no list of failures is needed beside them. */
  readonly tell?: (receipt: SendReceipt) => string;
  /** The tool that tells what became of it, where the provider does. */
  readonly statusTool?: string;
  /** What people are reached by. Default: their phone. */
  readonly address?: Address;
  /** As the agent named a recipient. Default: the address, masked where it is a number. */
  readonly nameFor?: (recipient: Recipient) => string;
}

/**
 * The one way from a tool to a provider: who → message → rails → confirmation → ledger → send → receipt. What can refuse
 * without side effects comes first, so nothing is asked, counted or sent for a message that cannot go.
 */
export async function sendGuarded(
  send: GuardedSend,
  context: ToolContext,
  call: ToolCall,
): Promise<ToolAnswer> {
  const { client, account, action } = send;
  const attempt = { provider: client.provider, account, action, recipients: send.to.length };
  return audited(context.audit, attempt, async (audit) => {
    const { message, check } = prepare(send, context);
    const summary = summarize(message, check, send.nameFor);
    if (context.guard.dryRun) {
      await audit.append('dry-run');
      return dryRunAnswer(summary, message, check, context);
    }

    const confirmation = await confirm(send, message, context, call);
    if (confirmation.state !== 'go') {
      await audit.append('blocked');
      if (confirmation.state === 'held')
        return heldAnswer(confirmation.token, summary, check, context);
      const { state } = confirmation.question;
      return questionFor(state, message, summary, context.language);
    }

    call.progress(0, message.to.length, {
      en: 'Checked, sending',
      ko: '확인을 마치고 보내는 중입니다',
    });
    const receipt = await ledgered(send, message, context, call, audit.left);
    // The ledger notes what it began; a repeat of what was accepted begins nothing.
    if (receipt.duplicate) await audit.append('blocked', 'DUPLICATE_SEND');
    return sentAnswer(receipt, check, send, context);
  });
}

/** Everything that can be refused without touching anything. */
function prepare(send: GuardedSend, { guard, secrets }: ToolContext) {
  const { to, message: rest, client, address } = send;
  const message: OutboundMessage = { ...rest, to: resolveRecipients(guard, to, address) };
  const check: CheckResult = client.check(message);
  if (check.errors.length > 0) throw issuesError(check.errors, client.provider);
  refuseStrangers(guard, message.to);
  refuseSecrets(message, secrets);
  return { message, check };
}

async function confirm(
  { client, account, kind, confirmToken, onConfirmed }: GuardedSend,
  message: OutboundMessage,
  context: ToolContext,
  call: ToolCall,
) {
  const { guard } = context;
  const count = message.to.length;
  if (!needsConfirmation(guard, count)) return { state: 'go' as const };
  // Nobody is asked about what could never go.
  if (count > guard.sendLimit)
    throw new JeonboError(
      'SEND_LIMIT_REACHED',
      `The limit is ${guard.sendLimit} recipients a day, this send has ${count}. Nothing was sent.`,
      { field: 'to', details: { max: guard.sendLimit } },
    );
  const content = await contentHash({ provider: client.provider, account, kind, message });
  const confirmation = await confirmContent(content, confirmToken, context, call);
  if (confirmation.state === 'go') onConfirmed?.(() => issueToken(content, context));
  return confirmation;
}

function ledgered(
  { client, account, kind, action, nameOf }: GuardedSend,
  message: OutboundMessage,
  context: ToolContext,
  { signal }: ToolCall,
  onLeave: () => void,
): Promise<SendReceipt> {
  const { ledger, guard } = context;
  const callOptions: CallOptions = signal ? { signal } : {};
  const limit = { max: guard.sendLimit, windowMs: limitWindowMs };
  const options = { windowMs: guard.duplicateWindowMs, limit };
  const who = { provider: client.provider, account, payer: payerOf(context), kind, action };
  return sendWithLedger({ ...who, ledger, nameOf, options }, message, (part) => {
    onLeave();
    return client.send(part, callOptions);
  });
}
