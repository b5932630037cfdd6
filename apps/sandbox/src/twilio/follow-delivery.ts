import type { SandboxMessage } from '../contract.ts';
import type { DeliveryStep, ProviderHost } from '../gateway/provider.ts';
import { outcomeOf } from './outcomes.ts';
import type { MessageRecord } from './record.ts';
import type { TwilioState } from './state.ts';

/** Carries a step of the phone's message over to Twilio's record of it, and tells the app. */
export function followDelivery(
  message: SandboxMessage,
  step: DeliveryStep,
  state: TwilioState,
  host: ProviderHost,
  tell: (record: MessageRecord) => void,
): void {
  const now = host.clock.now();
  const record = state.update(message.providerId, {
    updatedAt: now,
    ...changeOf(message, step, now),
  });
  if (record !== undefined) tell(record);
}

function changeOf(
  { reason }: SandboxMessage,
  step: DeliveryStep,
  now: number,
): Partial<MessageRecord> {
  if (step === 'leaving') return { status: 'sending' };
  if (step === 'sent') return { status: 'sent', sentAt: now };
  return step === 'delivered' ? { status: 'delivered' } : outcomeOf(reason);
}
