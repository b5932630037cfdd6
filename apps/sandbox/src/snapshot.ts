import type { StandingFault } from './contract.ts';
import type { ExchangeLogState } from './exchanges/exchange-log.ts';
import { SandboxInputError } from './input-error.ts';
import type { DeliveryState } from './messages/delivery.ts';
import type { MessageLogState } from './messages/message-log.ts';

/** Everything the sandbox knows at one moment. Plain data: keep it in a variable, or as JSON in a file. */
export interface SandboxSnapshot {
  readonly format: 'jeonbo-sandbox';
  readonly version: 1;
  readonly messages: MessageLogState;
  readonly deliveries: DeliveryState;
  readonly exchanges: ExchangeLogState;
  readonly faults: readonly StandingFault[];
  readonly providers: Readonly<Record<string, unknown>>;
}

/** A snapshot is taken back as it was given; this only tells one from something else. */
export function checkSnapshot(input: unknown): SandboxSnapshot {
  const { format, version } = (input ?? {}) as Partial<SandboxSnapshot>;
  if (format !== 'jeonbo-sandbox' || version !== 1) {
    throw new SandboxInputError(
      'INVALID_SNAPSHOT',
      'body',
      'what snapshot() or GET /_sandbox/snapshot gave',
    );
  }
  return input as SandboxSnapshot;
}
