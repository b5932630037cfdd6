import type { Fault } from '../contract.ts';
import type { Provider } from './provider.ts';

/** Statuses whose answers may not carry a body; a Response refuses to be built with one. */
const bodiless = [204, 205, 304];

/** The answer a fault gives instead of the right one; `undefined` where it leaves the right one alone. */
export function faultyAnswer(
  provider: Provider,
  fault: Fault | undefined,
  path: string,
): Response | undefined {
  if (fault === undefined) return undefined;
  const status = fault.status ?? (fault.retryAfter === undefined ? undefined : 429);
  if (status === undefined && fault.body === undefined) return undefined;
  const answer = answerWith(provider, status ?? 200, fault.body, path);
  if (fault.retryAfter !== undefined) answer.headers.set('Retry-After', fault.retryAfter);
  return answer;
}

function answerWith(
  provider: Provider,
  status: number,
  body: string | undefined,
  path: string,
): Response {
  if (bodiless.includes(status)) return new Response(null, { status });
  if (body === undefined) return provider.error(status, path);
  const type = isJson(body) ? 'application/json' : 'text/plain; charset=utf-8';
  return new Response(body, { status, headers: { 'Content-Type': type } });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
