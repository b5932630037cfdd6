import { type BaasClient, type BaasProfile, createBaasClient } from '@jeonbo/baas-client';
import { JeonboError } from '@jeonbo/core';
import type { ClientParts } from '../client-parts.ts';
import { wireLog } from '../wire-log.ts';
import { whereToGet } from './where-to-get.ts';

/** A client with the settings of one environment; what is missing there is not looked for elsewhere. */
export function createClient({ environment, language, log, fetch }: ClientParts): BaasClient {
  const { BAAS_API_KEY, PROJECT_ID, BAAS_PROJECT_ID, BAAS_API_BASE_URL, BAAS_PROFILE } =
    environment;
  const key = BAAS_API_KEY?.trim();
  return createBaasClient({
    /** The client reads it at each request, so that a missing key is the error of a call and not of the start. */
    get apiKey(): string {
      if (key) return key;
      const words = `BAAS_API_KEY is not set. ${whereToGet[language].BAAS_API_KEY}`;
      const details = { provider: 'baas', field: 'BAAS_API_KEY' };
      throw new JeonboError('MISSING_CREDENTIALS', words, details);
    },
    projectId: PROJECT_ID || BAAS_PROJECT_ID || '',
    // What is no profile is refused by the client at the first call, with its name.
    profile: (BAAS_PROFILE || 'v1') as BaasProfile,
    ...(BAAS_API_BASE_URL && { baseUrl: BAAS_API_BASE_URL }),
    ...(fetch && { fetch }),
    ...wireLog(log),
  });
}
