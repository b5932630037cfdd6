import type { ProviderHost } from '../gateway/provider.ts';
import type { Scheduler } from './scheduler.ts';
import type { TwilioState } from './state.ts';
import type { Tokens } from './tokens.ts';

/** The parts that the endpoints share. */
export interface TwilioParts {
  readonly host: ProviderHost;
  readonly tokens: Tokens;
  readonly state: TwilioState;
  readonly scheduler: Scheduler;
}
