// Save as app/api/campaigns/[[...path]]/route.ts, and the page of react/ as a client component ('use client').
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required } from '../../shared/answer.ts';
import { sendOnceSchema } from '../../shared/send-once.ts';
import { openSqlite } from '../../shared/sqlite.ts';
import { type Campaigns, createCampaigns } from '../campaigns.ts';
import { handleCampaigns } from '../routes.ts';

let campaigns: Campaigns | undefined;

// At the first request, not at import: `next build` imports this file without your environment.
function service(): Campaigns {
  campaigns ??= createCampaigns({
    client: createMessageClient(createBaasClient()),
    // One server with a disk. On Vercel give it your hosted PostgreSQL instead.
    database: openSqlite(process.env.DATABASE_FILE ?? 'campaigns.sqlite', sendOnceSchema),
    operatorToken: required('OPERATOR_TOKEN', process.env.OPERATOR_TOKEN),
  });
  return campaigns;
}

export async function GET(request: Request): Promise<Response> {
  return handleCampaigns(service(), request);
}

export async function POST(request: Request): Promise<Response> {
  return handleCampaigns(service(), request);
}
