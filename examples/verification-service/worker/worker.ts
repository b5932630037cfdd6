import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { parseObject, required, toResponse } from '../../shared/answer.ts';
import { type D1Binding, fromD1 } from '../../shared/database.ts';
import { createCodeStore } from '../code-store.ts';
import { createVerification } from '../verification.ts';

/** Keys with `wrangler secret put`, the table of code-store.ts with `wrangler d1 execute`. */
export interface Env {
  readonly BAAS_API_KEY: string;
  readonly PROJECT_ID: string;
  readonly BAAS_CALLBACK_NUMBER: string;
  readonly VERIFICATION_SECRET: string;
  readonly BAAS_API_BASE_URL?: string;
  readonly DATABASE: D1Binding;
}

// A Worker's memory is neither shared nor kept, so everything lives in the database.
function serviceFor(env: Env) {
  const { BAAS_API_KEY: apiKey, PROJECT_ID: projectId, BAAS_API_BASE_URL: baseUrl } = env;
  const baas = createBaasClient({ apiKey, projectId, ...(baseUrl && { baseUrl }) });
  return createVerification({
    client: createMessageClient(baas, { from: env.BAAS_CALLBACK_NUMBER }),
    codes: createCodeStore(fromD1(env.DATABASE)),
    secret: required('VERIFICATION_SECRET', env.VERIFICATION_SECRET),
  });
}

// Workers ask for a default export.
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    const input = parseObject(await request.text());
    if (route === 'POST /send-verification') return toResponse(await serviceFor(env).send(input));
    if (route === 'POST /verify-code') return toResponse(await serviceFor(env).check(input));
    return new Response(null, { status: 404 });
  },
};
