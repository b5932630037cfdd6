// Save as app/sms-status/[groupId]/route.ts: GET /sms-status/12345?expires=…&signature=…
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { required, toResponse } from '../../shared/answer.ts';
import { createStatus, type Status } from '../status.ts';

let status: Status | undefined;

// At the first request, not at import: `next build` imports this file without your environment.
function service(): Status {
  status ??= createStatus({
    client: createMessageClient(createBaasClient()),
    secret: required('STATUS_SECRET', process.env.STATUS_SECRET),
  });
  return status;
}

interface Context {
  readonly params: Promise<{ readonly groupId: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { groupId } = await params;
  return toResponse(await service().read(groupId, new URL(request.url).searchParams));
}
