import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required } from '../../shared/answer.ts';
import { type D1Binding, fromD1 } from '../../shared/database.ts';
import { createCampaigns } from '../campaigns.ts';
import { handleCampaigns } from '../routes.ts';

/** Keys with `wrangler secret put`, the table of send-once.ts with `wrangler d1 execute`. */
export interface Env {
  readonly BAAS_API_KEY: string;
  readonly PROJECT_ID: string;
  readonly BAAS_CALLBACK_NUMBER: string;
  readonly OPERATOR_TOKEN: string;
  readonly BAAS_API_BASE_URL?: string;
  readonly DATABASE: D1Binding;
}

// A text with #{name} is one request a person, and a Worker may make 50 (free) or 1000 (paid) a call:
// for more people leave the name out, or send from a queue.
// Workers ask for a default export.
export default {
  fetch(request: Request, env: Env): Promise<Response> {
    const { BAAS_API_KEY: apiKey, PROJECT_ID: projectId, BAAS_API_BASE_URL: baseUrl } = env;
    const baas = createBaasClient({ apiKey, projectId, ...(baseUrl && { baseUrl }) });
    const campaigns = createCampaigns({
      client: createMessageClient(baas, { from: env.BAAS_CALLBACK_NUMBER }),
      database: fromD1(env.DATABASE),
      operatorToken: required('OPERATOR_TOKEN', env.OPERATOR_TOKEN),
    });
    return handleCampaigns(campaigns, request);
  },
};
