import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required, toResponse } from '../../shared/answer.ts';
import { createStatus } from '../status.ts';

/** Set the keys with `wrangler secret put`. */
export interface Env {
  readonly BAAS_API_KEY: string;
  readonly PROJECT_ID: string;
  readonly STATUS_SECRET: string;
  readonly BAAS_API_BASE_URL?: string;
}

const path = new URLPattern({ pathname: '/sms-status/:groupId' });

// Workers ask for a default export.
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const groupId = path.exec(request.url)?.pathname.groups.groupId;
    if (request.method !== 'GET' || !groupId) return new Response(null, { status: 404 });
    const { BAAS_API_KEY: apiKey, PROJECT_ID: projectId, BAAS_API_BASE_URL: baseUrl } = env;
    const baas = createBaasClient({ apiKey, projectId, ...(baseUrl && { baseUrl }) });
    const secret = required('STATUS_SECRET', env.STATUS_SECRET);
    const status = createStatus({ client: createMessageClient(baas), secret });
    return toResponse(await status.read(groupId, new URL(request.url).searchParams));
  },
};
