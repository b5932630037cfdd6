import { type Answer, parseObject, toResponse } from '../shared/answer.ts';
import type { Campaigns } from './campaigns.ts';

/** POST /api/campaigns/check, POST /api/campaigns, GET /api/campaigns/12345, for all that speak Request and Response. */
export async function handleCampaigns(campaigns: Campaigns, request: Request): Promise<Response> {
  const [, id] = /^\/api\/campaigns(?:\/([^/]+))?$/.exec(new URL(request.url).pathname) ?? [];
  const answer = await route(campaigns, request, id);
  return answer ? toResponse(answer) : new Response(null, { status: 404 });
}

async function route(
  campaigns: Campaigns,
  request: Request,
  id: string | undefined,
): Promise<Answer | undefined> {
  const authorization = request.headers.get('authorization') ?? '';
  if (request.method === 'GET' && id)
    return campaigns.status(authorization, decodeURIComponent(id));
  if (request.method !== 'POST') return undefined;
  const input = parseObject(await request.text());
  if (id === 'check') return campaigns.check(authorization, input);
  return id === undefined ? campaigns.send(authorization, input) : undefined;
}
