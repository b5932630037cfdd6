import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/server';

/** A transport over two streams that knows which calls run. */
export interface Connection extends Transport {
  /** Resolves when the other side ended the input, or no longer reads the output. */
  readonly ended: Promise<void>;
  /** Resolves when every call that came in is answered. */
  idle(): Promise<void>;
}

/**
 * The SDK's own stdio transport drops running calls at the end of the input. A pipe that ends right after its last line
 * (`printf … | url-db -mcp-mode=stdio`) wants that line answered too.
 */
export function createConnection(input: Readable, output: Writable): Connection {
  const buffer = new ReadBuffer();
  const running = new Set<RequestId>();
  const waiting: (() => void)[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();

  const release = () => {
    if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const receive = (message: JSONRPCMessage) => {
    if ('method' in message && 'id' in message) running.add(message.id);
    else if ('method' in message && message.method === 'notifications/cancelled') {
      // Nothing answers a call that was cancelled.
      running.delete((message.params as { requestId: RequestId }).requestId);
      release();
    }
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
    for (;;) {
      try {
        const message = buffer.readMessage();
        if (message === null) return;
        receive(message);
      } catch (error) {
        connection.onerror?.(error as Error);
      }
    }
  };

  const connection: Connection = {
    ended,
    async start() {
      input.on('data', onData);
      for (const event of ['end', 'close', 'error'] as const) input.once(event, () => end());
      output.on('error', (error: Error) => {
        connection.onerror?.(error);
        end();
      });
      if (input.readableEnded || input.destroyed) end();
    },
    async send(message) {
      try {
        await write(output, serializeMessage(message));
      } finally {
        if (!('method' in message) && message.id !== undefined) {
          running.delete(message.id);
          release();
        }
      }
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        release();
      }),
    async close() {
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
