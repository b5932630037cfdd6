/** Runs work one after the other for each name. Who waits too long fails with `late` and leaves the line. */
export type Turns = <Result>(
  name: string,
  patienceMs: number,
  late: () => Error,
  work: () => Promise<Result>,
) => Promise<Result>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return async (name, patienceMs, late, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const done = Promise.withResolvers<void>();
    const turn = before.then(() => done.promise);
    last.set(name, turn);
    turn.then(() => {
      if (last.get(name) === turn) last.delete(name);
    });
    try {
      await inTime(before, patienceMs, late);
      return await work();
    } finally {
      done.resolve();
    }
  };
}

async function inTime(turn: Promise<void>, patienceMs: number, late: () => Error): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), patienceMs);
  try {
    await Promise.race([turn, promise]);
  } finally {
    clearTimeout(timer);
  }
}
