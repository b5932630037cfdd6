import { Worker } from 'node:worker_threads';

/** What a thread is sent, and what it sends back for it. */
export interface Question<Asked> {
  readonly id: number;
  readonly asked: Asked;
}

export interface Reply<Answer> {
  readonly id: number;
  readonly answer: Answer;
}

/** A thread that answers questions. It keeps no process alive but while it owes an answer. */
export interface AskedThread<Asked, Answer> {
  /** Rejects where the thread dies of it, or of another question. */
  ask(asked: Asked): Promise<Answer>;
  /** How many questions are not answered yet. */
  readonly owed: number;
  readonly isDead: boolean;
  end(): Promise<void>;
}

export function startThread<Asked, Answer>(file: URL, data: unknown): AskedThread<Asked, Answer> {
  const worker = new Worker(file, {
    workerData: data,
    execArgv: [],
    // What a question brings is garbage after its answer; by default three times as much of it would lie about.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  let isDead = false;

  const fail = (error: unknown) => {
    isDead = true;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, answer }: Reply<Answer>) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`A thread of the database ended with ${code}.`)));

  return {
    ask(question) {
      const id = asked++;
      const answer = Promise.withResolvers<Answer>();
      waiting.set(id, answer);
      worker.ref();
      worker.postMessage({ id, asked: question } satisfies Question<Asked>);
      return answer.promise;
    },
    get owed() {
      return waiting.size;
    },
    get isDead() {
      return isDead;
    },
    async end() {
      await Promise.allSettled([...waiting.values()].map(({ promise }) => promise));
      await worker.terminate();
    },
  };
}
