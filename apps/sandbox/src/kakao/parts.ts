import type { Clock } from '../clock.ts';
import type { SigningKey } from './kauth/signing-key.ts';
import type { People } from './people.ts';
import type { KakaoState } from './state.ts';

/** The parts that the endpoints share. */
export interface KakaoParts {
  readonly clock: Clock;
  readonly people: People;
  readonly state: KakaoState;
  readonly signingKey: SigningKey;
}
