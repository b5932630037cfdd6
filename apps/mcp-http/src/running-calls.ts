import type { ServerResponse } from 'node:http';

/** The calls whose answers are not out yet. */
export interface RunningCalls {
  /** @returns counts it no longer: it is no call, but listens */
  add(response: ServerResponse, ended: Promise<void>): () => void;
  /** No connection is used again after its answer; resolves when every answer is out. */
  drain(): Promise<void>;
  readonly count: number;
}

export function createRunningCalls(): RunningCalls {
  const responses = new Set<ServerResponse>();
  const { promise: idle, resolve } = Promise.withResolvers<void>();
  let draining = false;
  return {
    add(response, ended) {
      const remove = () => {
        responses.delete(response);
        if (draining && responses.size === 0) resolve();
      };
      responses.add(response);
      ended.then(remove);
      return remove;
    },
    drain() {
      draining = true;
      for (const response of responses) response.shouldKeepAlive = false;
      if (responses.size === 0) resolve();
      return idle;
    },
    get count() {
      return responses.size;
    },
  };
}
