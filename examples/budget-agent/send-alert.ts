import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Alert } from './budgets.ts';

/** An alert, and a line for the person. */
export interface ChosenAlert extends Alert {
  readonly customMessage: string;
}

export type AlertResult =
  /** Twilio took it, now or before. Accepted is not delivered. */
  | { readonly state: 'sent'; readonly sid: string }
  /** It may have left. Never send it again by program. */
  | { readonly state: 'unknown'; readonly reason: string }
  /** Certainly not sent: a wrong number, a guard rail, a dry run, or a person has to confirm first. */
  | { readonly state: 'not-sent'; readonly reason: string };

/** Calls the tool once and reads what became of it; what is unclear is unknown. */
export async function sendAlert(client: Client, alert: ChosenAlert): Promise<AlertResult> {
  const { category, spent, budget, currency, customMessage: custom_message } = alert;
  try {
    const result = await client.callTool({
      name: 'send_budget_alert',
      arguments: { category, spent, budget, currency, custom_message },
    });
    return read((result.structuredContent ?? {}) as Content);
  } catch (error) {
    // The server is gone or does not answer: the request to Twilio may have left before.
    return { state: 'unknown', reason: error instanceof Error ? error.message : String(error) };
  }
}

interface Content {
  readonly success?: boolean;
  readonly sid?: string;
  readonly sent_count?: number;
  readonly unknown_count?: number;
  readonly dry_run?: boolean;
  readonly confirmation_required?: boolean;
  readonly error_code?: string;
  readonly details?: { readonly may_have_been_sent?: boolean };
}

function read(content: Content): AlertResult {
  const { error_code, details } = content;
  if (content.success && content.sent_count === 1) return { state: 'sent', sid: content.sid ?? '' };
  if (content.dry_run) return { state: 'not-sent', reason: 'DRY_RUN' };
  // The token is for a person who was shown the message. An agent that hands it back has confirmed itself.
  if (content.confirmation_required) return { state: 'not-sent', reason: 'CONFIRMATION_REQUIRED' };
  const isClear = error_code && error_code !== 'DELIVERY_UNKNOWN' && !details?.may_have_been_sent;
  return isClear
    ? { state: 'not-sent', reason: error_code }
    : { state: 'unknown', reason: error_code ?? 'NO_CLEAR_ANSWER' };
}
