import type { ClientParts } from '@jeonbo/server';
import type { Context } from '../../context.ts';
import { Problem } from './problem.ts';

/** What talks to Kakao as one app: that of the settings, or the one that a login belongs to. */
export function partsOf({ environment, language, log }: Context, clientId: string): ClientParts {
  const settings = { ...environment, KAKAO_CLIENT_ID: clientId };
  return { environment: settings, language, log, fetch: undefined };
}

export function demandClientId({ environment }: Context): string {
  const clientId = environment.KAKAO_CLIENT_ID?.trim();
  if (clientId) return clientId;
  throw new Problem('noClientId');
}
