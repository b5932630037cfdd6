import { plain } from '../plain.ts';
import { problemOf } from './explain.ts';
import { Problem } from './problem.ts';

const answerMs = 10_000;

/**
 * Asks Kakao as the browser will. A wrong key, redirect URI or consent item is shown to the person there, on a page that
 * leads nobody back: whoever waits here would wait in vain. Nothing begins by it: a login begins with the person.
 *
 * @throws Problem where Kakao refuses with a code, or cannot be reached
 */
export async function askKakao(
  url: string,
  values: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'text/html' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Problem('unreachable', { reason: reasonOf(error) });
  });
  // A page of a login that may go on can hold anything; only a refusal counts.
  const place = response.headers.get('location') ?? '';
  const words = response.status >= 400 ? `${place} ${await response.text()}` : place;
  await response.body?.cancel().catch(() => {});
  const [code] = /\bKOE\d{3}\b/.exec(words) ?? [];
  if (code === undefined) return;
  throw problemOf(code, values) ?? new Problem('refusedByKakao', { reason: code });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return plain(String(code ?? (cause instanceof Error ? cause.message : cause)));
}
