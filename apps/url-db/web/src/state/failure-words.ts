import type { Failure } from '../api/failure.ts';
import type { Texts } from '../text/en.ts';

/** What went wrong and what to do, to a person. The server speaks the page's language; only silence needs words of ours. */
export function wordsOf(failure: Failure, texts: Texts): string {
  if (failure.code === 'UNREACHABLE') return texts.unreachable;
  if (failure.code === 'UNEXPECTED') return texts.unexpected(failure.status);
  if (failure.code === 'CONSTRAINT_VIOLATION' && Array.isArray(failure.facts.dependents))
    return texts.hasDependents(failure.facts.dependents.length);
  const [first] = failure.details;
  return first ? first.message : failure.message;
}
