import { JeonboError } from '@jeonbo/core';
import type { BaasClientOptions, BaasProfile } from './types.ts';

export const provider = 'baas';

const defaultBaseUrl = 'https://api.aiapp.link';
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Where each setting comes from. Read at first use, never at import: a key may be set late. */
export function readSettings(options: BaasClientOptions) {
  return {
    apiKey(): string {
      const key = options.apiKey ?? environment('BAAS_API_KEY');
      if (key) return key;
      throw new JeonboError('MISSING_CREDENTIALS', 'Give apiKey or set BAAS_API_KEY.', {
        provider,
        field: 'apiKey',
      });
    },
    /** Profile `v2` needs none: the key implies the project. */
    projectId(given?: string): string | undefined {
      const id =
        given ?? options.projectId ?? environment('PROJECT_ID') ?? environment('BAAS_PROJECT_ID');
      if (id && uuid.test(id)) return id;
      if (id)
        throw new JeonboError('VALIDATION_ERROR', 'projectId must be a UUID.', {
          provider,
          field: 'projectId',
        });
      return undefined;
    },
    requiredProjectId(given?: string): string {
      const id = this.projectId(given);
      if (id) return id;
      throw new JeonboError('MISSING_PROJECT_ID', 'Give projectId or set PROJECT_ID.', {
        provider,
        field: 'projectId',
      });
    },
    profile(): BaasProfile {
      const profile = options.profile ?? environment('BAAS_PROFILE') ?? 'v1';
      if (profile === 'v1' || profile === 'v2') return profile;
      throw new JeonboError('VALIDATION_ERROR', 'profile (BAAS_PROFILE) must be v1 or v2.', {
        provider,
        field: 'profile',
      });
    },
    baseUrl(): string {
      const url = options.baseUrl ?? environment('BAAS_API_BASE_URL') ?? defaultBaseUrl;
      if (/^https?:\/\/[^/]/.test(url) && URL.canParse(url)) return url;
      throw new JeonboError(
        'VALIDATION_ERROR',
        'baseUrl (BAAS_API_BASE_URL) must be an http(s) URL.',
        { provider, field: 'baseUrl' },
      );
    },
  };
}

export type Settings = ReturnType<typeof readSettings>;

/** An environment variable where the runtime has them; empty counts as not set. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
