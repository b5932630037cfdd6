import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '@jeonbo/core';
import type { Callers } from '@jeonbo/store';
import { Refusal } from '../http/refusal.ts';
import type { HttpSettings } from '../http-settings.ts';
import type { KeysProvider } from '../providers/provider.ts';
import { texts } from '../texts.ts';
import type { Environment } from '../types.ts';
import type { Caller } from './caller.ts';
import { authorizationOf } from './headers.ts';
import { findToken, metricsName } from './tokens.ts';

export interface AuthenticateParts {
  readonly settings: Pick<HttpSettings, 'tokens' | 'callerKeys'>;
  /** The operator's. */
  readonly environment: Environment;
  /** Names those with keys of their own, the same whatever JEONBO_SECRET_KEY becomes. */
  readonly callers: Callers;
  readonly language: Language;
}

/**
 * Who is calling. A token stands for the operator's keys and for nobody else's; who brings keys of its own is known by
 * them, and gets none of the operator's.
 *
 * @throws Refusal 401 for nobody, 400 for what cannot be read
 */
export async function authenticate(
  headers: IncomingHttpHeaders,
  provider: Omit<KeysProvider, 'toolset' | 'context'>,
  parts: AuthenticateParts,
): Promise<Caller> {
  const { settings, environment } = parts;
  const token = authorizationOf(headers, 'Bearer');
  const own = provider.ownKeys(headers);
  const choices = provider.choices(headers);
  if (token !== undefined && own) throw new Refusal(400, 'twoCallers');
  if (token !== undefined) {
    const found = findToken(settings.tokens, token);
    if (!found) throw unknown(provider, parts, 'wrongToken');
    if (found.name === metricsName) throw new Refusal(403, 'metricsToken');
    const id = `token:${found.name}`;
    // A name may have several tokens, and each is a secret.
    const sameAs = JSON.stringify([id, found.hash.toString('base64'), choices]);
    return { id, environment: { ...environment, ...choices }, sameAs, secrets: [token] };
  }
  if (!own || !settings.callerKeys) throw unknown(provider, parts, 'noCaller');
  const shared = Object.fromEntries(provider.shared.map((name) => [name, environment[name]]));
  const id = `key:${await parts.callers.identify([provider.name, ...own.secrets])}`;
  // Whoever has other keys has another id; what else was chosen is no secret.
  const { secrets } = own;
  const chosen = Object.entries({ ...own.environment, ...choices });
  const plain = chosen.filter(([, value]) => value && !secrets.includes(value));
  return {
    id,
    environment: { ...shared, ...Object.fromEntries(chosen) },
    sameAs: JSON.stringify([id, plain]),
    secrets,
  };
}

function unknown(
  provider: Pick<KeysProvider, 'ownKeysWay' | 'challenge'>,
  { settings, language }: AuthenticateParts,
  text: 'wrongToken' | 'noCaller',
): Refusal {
  const { tokens, callerKeys } = settings;
  const ways = [
    ...(tokens.length > 0 ? [texts.tokenWay[language]] : []),
    ...(callerKeys ? [provider.ownKeysWay] : []),
  ];
  const challenges = [
    'Bearer realm="jeonbo"',
    ...(callerKeys && provider.challenge ? [provider.challenge] : []),
  ];
  return new Refusal(401, text, {
    values: { ways: ways.join(language === 'ko' ? ' 또는 ' : ', or ') },
    headers: { 'www-authenticate': challenges.join(', ') },
  });
}
