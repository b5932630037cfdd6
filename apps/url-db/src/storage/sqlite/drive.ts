import { setImmediate as turn } from 'node:timers/promises';
import type { Step } from '../step.ts';
import type { Connection } from './connection.ts';

/** How long other work waits while a long transaction goes on, in milliseconds. */
const sliceMs = 5;

/** Runs a step through without leaving it. */
export function runThrough<Result>(connection: Connection, step: Step<Result>): Result {
  let next = step.next();
  while (!next.done) next = step.next(connection.run(next.value));
  return next.value;
}

/** The same in slices, for a transaction whose connection nobody else uses meanwhile. */
export async function runInSlices<Result>(
  connection: Connection,
  step: Step<Result>,
): Promise<Result> {
  let end = performance.now() + sliceMs;
  let next = step.next();
  while (!next.done) {
    next = step.next(connection.run(next.value));
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + sliceMs;
  }
  return next.value;
}
