import type { ProviderHost } from '../gateway/provider.ts';
import { putOnPhone } from './put-on-phone.ts';
import type { MessageRecord } from './record.ts';
import type { TwilioState } from './state.ts';

export type Scheduler = ReturnType<typeof createScheduler>;

/** A timer allows no more than 2^31 - 1 ms, and 35 days are longer. */
const longestTimerMs = 24 * 60 * 60_000;

/** Lets scheduled messages leave when their time has come. */
export function createScheduler(
  state: TwilioState,
  host: ProviderHost,
  tell: (record: MessageRecord) => void,
) {
  const timers = new Map<string, () => void>();

  function start(sid: string, sendAt: number): void {
    const wait = Math.max(0, sendAt - host.clock.now());
    const cancel = host.clock.setTimer(
      () => (wait > longestTimerMs ? start(sid, sendAt) : leave(sid)),
      Math.min(wait, longestTimerMs),
    );
    timers.set(sid, cancel);
  }

  function leave(sid: string): void {
    timers.delete(sid);
    // Canceled meanwhile, or forgotten.
    if (state.get(sid)?.status !== 'scheduled' || host.closing.aborted) return;
    const record = state.update(sid, { status: 'queued', updatedAt: host.clock.now() });
    if (record === undefined) return;
    tell(record);
    putOnPhone(record, state, host);
  }

  function stop(): void {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  }

  return {
    start,
    stop,
    /** Takes up again what the state says is scheduled. */
    resume(): void {
      stop();
      for (const { sid, sendAt } of state.scheduled()) if (sendAt !== null) start(sid, sendAt);
    },
  };
}
