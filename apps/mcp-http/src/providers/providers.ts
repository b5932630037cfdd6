import type { ServerName } from '../types.ts';
import { baas } from './baas.ts';
import { twilio } from './twilio.ts';

/** The servers whose callers bring keys or a token, one line each. */
export const keysProviders = { baas, twilio } as const;

/** Every server there is. `kakao` is made when it is served: see kakao.ts. */
export const serverNames = ['baas', 'kakao', 'twilio'] as const satisfies readonly ServerName[];

export function isServerName(name: string): name is ServerName {
  return serverNames.some((known) => known === name);
}
