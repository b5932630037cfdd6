import type { ServerResponse } from 'node:http';

/** The calls whose answers are not out yet. */
export interface RunningCalls {
  add(response: ServerResponse, ended: Promise<void>): void;
  /** No connection is used again after its answer; resolves when every answer is out. */
  drain(): Promise<void>;
  readonly count: number;
}

export function createRunningCalls(): RunningCalls {
  const responses = new Set<ServerResponse>();
  const { promise: idle, resolve } = Promise.withResolvers<void>();
  let draining = false;
  const release = () => {
    if (draining && responses.size === 0) resolve();
  };
  return {
    add(response, ended) {
      responses.add(response);
      ended.then(() => {
        responses.delete(response);
        release();
      });
    },
    drain() {
      draining = true;
      for (const response of responses) response.shouldKeepAlive = false;
      release();
      return idle;
    },
    get count() {
      return responses.size;
    },
  };
}
