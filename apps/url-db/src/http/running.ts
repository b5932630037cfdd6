import type { ServerResponse } from 'node:http';

/** The answers that are not out yet. */
export interface Running {
  add(response: ServerResponse): void;
  remove(response: ServerResponse): void;
  /** No connection is used again after its answer; resolves when every answer is out. */
  drain(): Promise<void>;
  readonly count: number;
}

export function createRunning(): Running {
  const responses = new Set<ServerResponse>();
  const { promise: idle, resolve } = Promise.withResolvers<void>();
  let draining = false;
  return {
    add(response) {
      responses.add(response);
    },
    remove(response) {
      responses.delete(response);
      if (draining && responses.size === 0) resolve();
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
