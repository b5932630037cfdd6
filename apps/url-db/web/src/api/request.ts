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
    const { status, text } = await send(method, path, options, used);
    if (status === 401 && !options.keepalive) {
      await askForToken(used);
      options.signal?.throwIfAborted();
      continue;
    }
    if (used !== '') tokenWorked();
    if (status >= 400) throw failureOf(status, text);
    return answerOf(status, text) as Answer;
  }
}

/** Nothing for 204. What is no JSON comes from something that stands in front of the server. */
function answerOf(status: number, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw failureOf(status, text);
  }
}

async function send(
  method: string,
  path: string,
  { body, signal, keepalive = false }: Options,
  used: string,
): Promise<{ readonly status: number; readonly text: string }> {
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
    const text = await response.text();
    reached();
    return { status: response.status, text };
  } catch (error) {
    if (signal?.aborted) throw error;
    lost();
    throw new Failure('UNREACHABLE', String(error));
  }
}
