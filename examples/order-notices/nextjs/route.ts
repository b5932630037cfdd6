// Save as app/api/webhooks/orders/route.ts: POST /api/webhooks/orders
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required, toResponse } from '../../shared/answer.ts';
import { sendOnceSchema } from '../../shared/send-once.ts';
import { openSqlite } from '../../shared/sqlite.ts';
import { createOrderNotices, type OrderNotices } from '../order-notices.ts';

let notices: OrderNotices | undefined;

// At the first request, not at import: `next build` imports this file without your environment.
function service(): OrderNotices {
  notices ??= createOrderNotices({
    client: createMessageClient(createBaasClient()),
    // One server with a disk. On Vercel give it your hosted PostgreSQL instead.
    database: openSqlite(process.env.DATABASE_FILE ?? 'orders.sqlite', sendOnceSchema),
    secret: required('WEBHOOK_SECRET', process.env.WEBHOOK_SECRET),
  });
  return notices;
}

export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('x-signature') ?? '';
  return toResponse(await service()(await request.text(), signature));
}
