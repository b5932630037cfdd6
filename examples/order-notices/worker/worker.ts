import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required, toResponse } from '../../shared/answer.ts';
import { type D1Binding, fromD1 } from '../../shared/database.ts';
import { createOrderNotices } from '../order-notices.ts';

/** Keys with `wrangler secret put`, the table of send-once.ts with `wrangler d1 execute`. */
export interface Env {
  readonly BAAS_API_KEY: string;
  readonly PROJECT_ID: string;
  readonly BAAS_CALLBACK_NUMBER: string;
  readonly WEBHOOK_SECRET: string;
  readonly BAAS_API_BASE_URL?: string;
  readonly DATABASE: D1Binding;
}

// Workers ask for a default export.
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== 'POST' || new URL(request.url).pathname !== '/webhooks/orders')
      return new Response(null, { status: 404 });
    const { BAAS_API_KEY: apiKey, PROJECT_ID: projectId, BAAS_API_BASE_URL: baseUrl } = env;
    const baas = createBaasClient({ apiKey, projectId, ...(baseUrl && { baseUrl }) });
    const handle = createOrderNotices({
      client: createMessageClient(baas, { from: env.BAAS_CALLBACK_NUMBER }),
      database: fromD1(env.DATABASE),
      secret: required('WEBHOOK_SECRET', env.WEBHOOK_SECRET),
    });
    const signature = request.headers.get('x-signature') ?? '';
    return toResponse(await handle(await request.text(), signature));
  },
};
