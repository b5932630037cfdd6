import type { BaasClient } from '@jeonbo/baas-client';
import { JeonboError } from '@jeonbo/core';
import type { ToolContext } from '../tool.ts';

export interface BaasContext extends ToolContext {
  readonly baas: BaasClient;
  /** False for the vendor's `v2`, where the key implies the project. Default true. */
  readonly needsProject?: boolean;
}

/** The project of a call: its parameter, else the client's. */
export function projectOf(context: BaasContext, given: string | undefined): string | undefined {
  const project = given ?? context.baas.projectId;
  if (project === undefined && context.needsProject !== false)
    throw new JeonboError('MISSING_PROJECT_ID', 'Give project_id or set PROJECT_ID.', {
      provider: 'baas',
      field: 'project_id',
    });
  // A UUID is one project in capitals as well: the ledger must not take it for another.
  return project?.toLowerCase();
}

/** Whose sends the ledger counts and shows together. */
export function accountOf({ caller }: BaasContext, project: string | undefined): string {
  return [caller, project].filter((part) => part !== undefined).join('/');
}
