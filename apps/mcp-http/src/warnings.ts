import { missingKakaoSettings } from '@jeonbo/server';
import type { Shared } from './served.ts';
import type { ServerName } from './types.ts';

/** Says at the start what will not work, though the server runs. */
export function warn(
  servers: readonly ServerName[],
  {
    environment,
    language,
    settings,
    log,
  }: Pick<Shared, 'environment' | 'language' | 'settings' | 'log'>,
): void {
  const { BAAS_API_KEY, TWILIO_ACCOUNT_SID } = environment;
  const isUnused = settings.tokens.length === 0 && servers.some((name) => name !== 'kakao');
  if (isUnused && (BAAS_API_KEY || TWILIO_ACCOUNT_SID))
    log.warn('keys not used', {
      why: 'The keys in the environment serve callers with a token only, and there is none.',
      next: 'jeonbo-mcp-http token NAME',
    });
  if (!servers.includes('kakao')) return;
  for (const missing of missingKakaoSettings(environment, language))
    log.warn('setting missing', missing);
  // TLS ends somewhere in front, and everybody comes from there.
  if (environment.BASE_URL?.trim().startsWith('https:') && settings.proxies === 0)
    log.warn('proxy not counted', {
      why: 'BASE_URL is https, so a proxy stands in front: limits by address then hold for all people together.',
      next: 'JEONBO_HTTP_PROXIES=1',
    });
}
