import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/server';

/** A transport over two streams that knows which calls run. */
export interface Connection extends Transport {
  /** Resolves when the other side ended the input, or no longer reads the output. */
  readonly ended: Promise<void>;
  /** Resolves when the first answer went out. */
  readonly answered: Promise<void>;
  /** Takes no further message, and answers what this side had asked: nobody else will. */
  stopReading(): void;
  /** Resolves when every call is answered. */
  idle(): Promise<void>;
}

/**
 * The SDK's own stdio transport drops running calls at the end of the input. This one leaves that to whoever serves:
 * a send that left should be noted with its outcome.
 */
export function createConnection(input: Readable, output: Writable): Connection {
  const buffer = new ReadBuffer();
  const running = new Set<RequestId>();
  const asked = new Set<RequestId>();
  const waiting: (() => void)[] = [];
  let closed = false;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();

  const release = () => {
    if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const finish = (id: RequestId | undefined) => {
    if (id !== undefined) running.delete(id);
    release();
  };
  const receive = (message: JSONRPCMessage) => {
    if ('method' in message && 'id' in message) running.add(message.id);
    else if ('method' in message && message.method === 'notifications/cancelled')
      finish((message.params as { requestId?: RequestId } | undefined)?.requestId);
    else if ('id' in message && message.id !== undefined) asked.delete(message.id);
    connection.onmessage?.(message);
  };
  const onData = (chunk: Buffer) => {
    try {
      buffer.append(chunk);
    } catch (error) {
      // A line without an end: nothing after it could be understood.
      connection.onerror?.(error as Error);
      end();
      return;
    }
    while (!closed) {
      try {
        const message = buffer.readMessage();
        if (message === null) return;
        receive(message);
      } catch (error) {
        connection.onerror?.(error as Error);
      }
    }
  };
  const onOutputError = (error: Error) => {
    connection.onerror?.(error);
    end();
  };

  const connection: Connection = {
    ended,
    answered,
    async start() {
      input.on('data', onData);
      for (const event of ['end', 'close', 'error'] as const) input.once(event, () => end());
      output.on('error', onOutputError);
      if (input.readableEnded || input.destroyed) end();
    },
    async send(message) {
      if ('method' in message && 'id' in message) asked.add(message.id);
      try {
        await write(output, serializeMessage(message));
      } finally {
        if (!('method' in message)) {
          finish(message.id);
          answer();
        }
      }
    },
    stopReading() {
      input.off('data', onData);
      input.pause();
      const error = { code: -32000, message: 'The client is gone.' };
      for (const id of asked) receive({ jsonrpc: '2.0', id, error });
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        release();
      }),
    async close() {
      if (closed) return;
      closed = true;
      input.off('data', onData);
      input.pause();
      buffer.clear();
      end();
      running.clear();
      release();
      connection.onclose?.();
    },
  };
  return connection;
}

function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
