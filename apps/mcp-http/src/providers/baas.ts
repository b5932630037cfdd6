import { baasContext } from '@jeonbo/server';
import { type BaasContext, baasToolset } from '@jeonbo/tools';
import { headerOf } from '../callers/headers.ts';
import type { KeysProvider } from './provider.ts';

export const baas: KeysProvider<BaasContext> = {
  name: 'baas',
  toolset: baasToolset,
  context: baasContext,
  ownKeys(headers) {
    const key = headerOf(headers, 'X-BaaS-Api-Key');
    return key === undefined ? undefined : { environment: { BAAS_API_KEY: key }, secrets: [key] };
  },
  choices(headers) {
    const project = headerOf(headers, 'X-Project-Id');
    return project === undefined ? {} : { PROJECT_ID: project };
  },
  shared: ['BAAS_PROFILE', 'BAAS_API_BASE_URL'],
  ownKeysWay: 'X-BaaS-Api-Key, X-Project-Id',
};
