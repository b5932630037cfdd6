import { lost, reached } from '../state/connection.ts';
import { language } from '../state/language.ts';
import { askForToken, token, tokenWorked } from '../state/token.ts';
import { Failure, failureOf } from './failure.ts';

interface Options {
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Goes on when the page is left, and asks nobody for anything. */
  readonly keepalive?: boolean;
}

/**
 * One request to `/api/mcp`. Where the server wants a token it waits until the person gave one.
 *
 * @throws Failure, or AbortError
 */
export async function request<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: Options = {},
): Promise<Answer> {
  for (;;) {
    const used = token.value;
    const response = await send(method, path, options, used);
    if (response.status === 401 && !options.keepalive) {
      await askForToken(used);
      options.signal?.throwIfAborted();
      continue;
    }
    if (used !== '') tokenWorked();
    const text = await response.text();
    if (!response.ok) throw failureOf(response.status, text);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

async function send(
  method: string,
  path: string,
  { body, signal, keepalive = false }: Options,
  used: string,
): Promise<Response> {
  try {
    const response = await fetch(`/api/mcp${path}`, {
      method,
      signal: signal ?? null,
      keepalive,
      cache: 'no-store',
      credentials: 'omit',
      headers: {
        'Accept-Language': language.value,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(used !== '' && { Authorization: `Bearer ${used}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    reached();
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    lost();
    throw new Failure('UNREACHABLE', String(error));
  }
}
