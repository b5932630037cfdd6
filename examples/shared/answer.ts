/** What a handler decided, before any framework turns it into its own kind of response. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** For everything that speaks the web's own Request and Response: Next.js, Workers, Hono, Deno, Bun. */
export function toResponse({ status, body }: Answer): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a JSON object. Anything else becomes `{}`, so that the handler's own checks answer with 400. */
export function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}

/** A setting that must be there. Fails at the start with its name, never with a value. */
export function required(name: string, value: string | undefined): string {
  if (!value) throw new Error(`Set the environment variable ${name}.`);
  return value;
}
