// Save as app/api/verification/[action]/route.ts: POST /api/verification/send and /api/verification/check
import { createBaasClient, createMessageClient } from '@jeonbo/baas-client';
import { parseObject, required, toResponse } from '../../shared/answer.ts';
import { openSqlite } from '../../shared/sqlite.ts';
import { codeSchema, createCodeStore } from '../code-store.ts';
import { createVerification, type Verification } from '../verification.ts';

let verification: Verification | undefined;

// At the first request, not at import: `next build` imports this file without your environment.
function service(): Verification {
  verification ??= createVerification({
    client: createMessageClient(createBaasClient()),
    // One server with a disk. On Vercel give createCodeStore your hosted PostgreSQL instead.
    codes: createCodeStore(openSqlite(process.env.DATABASE_FILE ?? 'codes.sqlite', codeSchema)),
    secret: required('VERIFICATION_SECRET', process.env.VERIFICATION_SECRET),
  });
  return verification;
}

interface Context {
  readonly params: Promise<{ readonly action: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { action } = await params;
  const input = parseObject(await request.text());
  if (action === 'send') return toResponse(await service().send(input));
  if (action === 'check') return toResponse(await service().check(input));
  return new Response(null, { status: 404 });
}
