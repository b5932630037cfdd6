import { exitCodes } from '../../exit-codes.ts';
import { Problem } from './problem.ts';

/** Ends after a time, or when the person cancels. */
export function timeLimit(timeMs: number, canceled: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(timeMs);
  return canceled ? AbortSignal.any([limit, canceled]) : limit;
}

/** Which of the two it was. */
export function whyEnded({ reason }: AbortSignal, timeMs: number): Problem {
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
  const minutes = String(Math.ceil(timeMs / 60_000));
  return new Problem(isLate ? 'tooLate' : 'canceled', { minutes }, exitCodes.unconfirmed);
}
