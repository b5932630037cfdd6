import type { DeliveryState, SandboxMessage } from '../contract.ts';

/** How a message ends. One that ends `pending` or `sent` stays so for ever, as with a carrier that never reports. */
export interface Ending {
  readonly state: DeliveryState;
  readonly reason: string | null;
  /** Fails without having been sent. */
  readonly unsent?: boolean;
}

/** What a provider knows of a message when it takes it; the log adds id, state and times. */
export interface MessageDraft
  extends Pick<
    SandboxMessage,
    | 'provider'
    | 'kind'
    | 'from'
    | 'to'
    | 'name'
    | 'memberCode'
    | 'subject'
    | 'text'
    | 'media'
    | 'providerId'
    | 'card'
  > {
  readonly ending: Ending;
}

export const delivered: Ending = { state: 'delivered', reason: null };

export function isFinal(state: DeliveryState): boolean {
  return state === 'delivered' || state === 'failed';
}
