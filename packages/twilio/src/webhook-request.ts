import { invalid } from './provider.ts';
import { validateSignature } from './signature.ts';
import type { WebhookParams } from './webhook.ts';

/** The web's own Request: Next.js, Workers, Hono, Deno, Bun. */
export interface FetchStyleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  clone(): { text(): Promise<string> };
}

/** Node's IncomingMessage with a body that was read: Express, Fastify's `request.raw` with `body`. */
export interface NodeStyleRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: the address before a router cut it. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** A TLS socket says that it is encrypted. */
  readonly socket?: object;
  /** The form as an object, or the raw body. */
  readonly body?: unknown;
  /** The bytes as they came; needed for JSON, whose hash is signed. */
  readonly rawBody?: unknown;
}

export interface ValidateRequestOptions {
  /** Default: `TWILIO_AUTH_TOKEN`. */
  readonly authToken?: string;
  /** What Twilio calls where a proxy hides it: `https://mycompany.com`. Path and query are the request's. */
  readonly origin?: string;
  /** The whole address, where a proxy changes the path too. */
  readonly url?: string | URL;
}

/**
 * Whether a web Request comes from Twilio. The request can still be read afterwards.
 *
 * @example
 * if (!(await validateRequest(request, { origin: 'https://mycompany.com' }))) return new Response('', { status: 403 });
 * const callback = parseStatusCallback(await request.formData());
 */
export async function validateRequest(
  request: FetchStyleRequest,
  options: ValidateRequestOptions = {},
): Promise<boolean> {
  const own = new URL(request.url);
  const url = addressOf(options, own.pathname + own.search, own.origin);
  const text = hasBody(request.method) ? await request.clone().text() : '';
  return validateSignature({
    ...token(options),
    signature: request.headers.get('x-twilio-signature'),
    url,
    ...(isHashed(url) ? { body: text } : { params: new URLSearchParams(text) }),
  });
}

/**
 * The same for Node's kind of request, after a body parser. Behind a proxy give `origin`, or let the proxy set
 * `X-Forwarded-Proto`.
 *
 * @example
 * app.post('/status', express.urlencoded(), async (request, response) => {
 *   if (!(await validateNodeRequest(request))) return response.sendStatus(403);
 * });
 */
export async function validateNodeRequest(
  request: NodeStyleRequest,
  options: ValidateRequestOptions = {},
): Promise<boolean> {
  const header = (name: string) => [request.headers[name]].flat()[0];
  const forwarded = header('x-forwarded-proto')?.split(',')[0]?.trim();
  const scheme = forwarded || (isEncrypted(request.socket) ? 'https' : 'http');
  const path = request.originalUrl ?? request.url ?? '/';
  const url = addressOf(options, path, `${scheme}://${header('host') ?? ''}`);
  const signed = { ...token(options), signature: header('x-twilio-signature'), url };
  if (isHashed(url)) return validateSignature({ ...signed, body: rawBodyOf(request) });
  const params = hasBody(request.method) ? formOf(request) : {};
  return validateSignature({ ...signed, params });
}

function addressOf({ url, origin }: ValidateRequestOptions, path: string, own: string): string {
  return url === undefined ? (origin ?? own).replace(/\/+$/, '') + path : String(url);
}

function token({ authToken }: ValidateRequestOptions) {
  return authToken === undefined ? {} : { authToken };
}

function isHashed(url: string): boolean {
  return /[?&]bodySHA256=/i.test(url);
}

function hasBody(method = 'POST'): boolean {
  return !/^(?:GET|HEAD)$/i.test(method);
}

function isEncrypted(socket: object | undefined): boolean {
  return socket !== undefined && 'encrypted' in socket && socket.encrypted === true;
}

function rawBodyOf({ rawBody, body }: NodeStyleRequest): string | Uint8Array {
  const raw = [rawBody, body].find(
    (one): one is string | Uint8Array => typeof one === 'string' || one instanceof Uint8Array,
  );
  if (raw !== undefined) return raw;
  throw invalid('rawBody', 'A JSON webhook needs the raw body: keep it as rawBody before parsing.');
}

function formOf({ body }: NodeStyleRequest): WebhookParams {
  if (typeof body === 'string') return new URLSearchParams(body);
  if (body instanceof Uint8Array) return new URLSearchParams(new TextDecoder().decode(body));
  if (typeof body === 'object' && body !== null) return body as WebhookParams;
  throw invalid('body', 'Read the form first, e.g. by express.urlencoded().');
}
