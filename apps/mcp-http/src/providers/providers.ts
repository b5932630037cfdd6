import type { ServerName } from '../types.ts';
import { baas } from './baas.ts';
import { twilio } from './twilio.ts';

/** Every server there is, one line each. */
export const providers = { baas, twilio } as const satisfies Record<ServerName, object>;

export const serverNames = Object.keys(providers) as readonly ServerName[];

export function isServerName(name: string): name is ServerName {
  return Object.hasOwn(providers, name);
}
