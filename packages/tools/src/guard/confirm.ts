import { JeonboError } from '@jeonbo/core';
import type { Question, ToolCall, ToolContext } from '../tool.ts';
import { bulkAbove, type GuardSettings } from './settings.ts';

/** How long an answer may take, in milliseconds. */
export const confirmationMs = 10 * 60_000;

export type Confirmation =
  | { readonly state: 'go' }
  /** The client asks the person and calls again. */
  | { readonly state: 'ask'; readonly question: Pick<Question, 'state'> }
  /** The agent asks the person and calls again with the token. */
  | { readonly state: 'held'; readonly token: string };

const byAgent = (content: string) => `token ${content}`;

/** A token that lets exactly this content pass once. */
export function issueToken(
  content: string,
  { confirmations }: Pick<ToolContext, 'confirmations'>,
): Promise<string> {
  return confirmations.issue(byAgent(content), confirmationMs);
}

export function needsConfirmation({ confirm }: GuardSettings, recipients: number): boolean {
  return confirm === 'always' || (confirm === 'bulk' && recipients > bulkAbove);
}

/**
 * Lets a send pass once somebody agreed to exactly this content. Either way a one-time token of the store proves it, so
 * an answer is good once, on every instance; the two ways never share tokens.
 *
 * @param content the hash of what is agreed to
 * @throws JeonboError `CONFIRMATION_DECLINED`
 */
export async function confirmContent(
  content: string,
  token: string | undefined,
  { confirmations }: Pick<ToolContext, 'confirmations'>,
  { person }: ToolCall,
): Promise<Confirmation> {
  const byPerson = `person ${content}`;
  if (token !== undefined && (await confirmations.redeem(token, byAgent(content))))
    return { state: 'go' };
  if (!person.canBeAsked)
    return { state: 'held', token: await issueToken(content, { confirmations }) };

  if (person.reply?.to === 'question') {
    // Used up by a no as well.
    const valid = await confirmations.redeem(person.reply.state, byPerson);
    if (!person.reply.agreed)
      throw new JeonboError(
        'CONFIRMATION_DECLINED',
        'The person who was asked said no. Nothing was sent.',
      );
    if (valid) return { state: 'go' };
  }
  return { state: 'ask', question: { state: await confirmations.issue(byPerson, confirmationMs) } };
}
