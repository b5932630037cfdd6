import { JeonboError } from '@jeonbo/core';
import type { ToolContext } from '../tool.ts';
import { payerOf } from './payer.ts';

/**
 * Where one server serves several callers with the same keys, the provider would tell each about all. So a caller
 * may ask only about what the ledger knows to be its own; where there is one caller, about anything.
 *
 * @param id the provider's, one
 * @throws JeonboError `NOT_FOUND`, the same for what is another's and for what nobody sent
 */
export async function demandOwn(provider: string, id: string, context: ToolContext): Promise<void> {
  if (await isOwn(provider, id, context)) return;
  throw new JeonboError('NOT_FOUND', 'You sent nothing with this id through this server.', {
    provider,
  });
}

/** Whether the caller may know of it. */
export async function isOwn(provider: string, id: string, context: ToolContext): Promise<boolean> {
  if (context.caller === undefined) return true;
  return context.ledger.owns({ provider, payer: payerOf(context), providerId: id });
}
