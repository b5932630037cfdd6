import { setImmediate as turn } from 'node:timers/promises';
import { isBusy, retryBusy } from '@jeonbo/store/engines';
import type { Row, Statement, Step } from '../step.ts';
import type { Connection } from './connection.ts';

/** How long other work waits while a long step goes on, in milliseconds. */
const sliceMs = 5;

/** Runs a step, mostly without leaving it. Between the slices of a long one other work goes on. */
export async function runInSlices<Result>(
  connection: Connection,
  step: Step<Result>,
): Promise<Result> {
  let end = performance.now() + sliceMs;
  let next = step.next();
  while (!next.done) {
    next = step.next(
      runOrUndefined(connection, next.value) ?? (await wait(connection, next.value)),
    );
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + sliceMs;
  }
  return next.value;
}

/** Undefined where another process holds the file just now. */
function runOrUndefined(connection: Connection, statement: Statement): readonly Row[] | undefined {
  try {
    return connection.run(statement);
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw error;
  }
}

function wait(connection: Connection, statement: Statement): Promise<readonly Row[]> {
  return retryBusy(() => connection.run(statement));
}
