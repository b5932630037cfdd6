import { SandboxInputError } from '../input-error.ts';

/** An answer of `/_sandbox/*` that is no success. */
export function problem(
  status: number,
  code: string,
  message: string,
  more: { field?: string; expected?: string } = {},
): Response {
  return Response.json({ error: { code, message, ...more } }, { status });
}

export function inputProblem({ code, message, field, expected }: SandboxInputError): Response {
  return problem(400, code, message, { field, expected });
}

export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new SandboxInputError('INVALID_JSON', 'body', 'JSON');
  }
}

export const noContent = (): Response => new Response(null, { status: 204 });
