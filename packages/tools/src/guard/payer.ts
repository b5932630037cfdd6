import type { ToolContext } from '../tool.ts';

/**
 * Whose limit a call counts against: the caller's, where one server serves several, else one for the whole installation.
 * Never a project or an account, since an agent may name any of those.
 */
export function payerOf({ caller = '' }: Pick<ToolContext, 'caller'>): string {
  return caller;
}
