import type { BaasContext, ToolContext } from '@jeonbo/tools';
import type { ClientParts } from '../client-parts.ts';
import { createClient } from './client.ts';

/** What the tools of `baas` work with, by the settings of one environment. */
export function baasContext(common: ToolContext, parts: ClientParts): BaasContext {
  const needsProject = parts.environment.BAAS_PROFILE !== 'v2';
  return { ...common, baas: createClient(parts), needsProject };
}
