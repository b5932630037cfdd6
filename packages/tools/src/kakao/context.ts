import type { JeonboError } from '@jeonbo/core';
import type { KakaoClient } from '@jeonbo/kakao-client';
import type { ToolContext } from '../tool.ts';

export interface KakaoContext extends ToolContext {
  /** Of the person who logged in. */
  readonly kakao: KakaoClient;
  /** Whose sends the ledger counts and shows together. */
  readonly account: string;
  /** Where texts go that are too long for a message. Without it they are refused. */
  readonly pages?: {
    /** @returns the whole address; nobody can guess it, and the text is not in it */
    publish(text: string): Promise<string>;
  };
  /**
   * Where this person, and nobody else, agrees to what an error of `CONSENT_REQUIRED` says is missing. Without it the
   * error stands alone.
   */
  readonly consent?: (error: JeonboError) => Promise<string>;
  /**
   * Resolves when the person has agreed, or when waiting longer is no use. Without it nobody waits: a call that goes on
   * after the link was opened finds the consent or does not.
   */
  readonly consented?: (error: JeonboError, signal?: AbortSignal) => Promise<void>;
  /** Where a touch on a short text leads: an address on a domain that is registered at Kakao. Default: nowhere. */
  readonly link?: string;
}
