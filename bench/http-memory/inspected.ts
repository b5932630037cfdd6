import { createServer } from 'node:net';

/** A server that was started with `inspect`, at its debugger: what is measured after a collection is what is kept. */
export interface Inspected {
  collectGarbage(): Promise<void>;
  close(): void;
}

export async function inspectOptions(): Promise<{ readonly port: number; readonly flag: string }> {
  const port = await freePort();
  return { port, flag: `--inspect=127.0.0.1:${port}` };
}

export async function inspect(port: number): Promise<Inspected> {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const [{ webSocketDebuggerUrl: url }] = targets as [{ webSocketDebuggerUrl: string }];
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return {
    collectGarbage() {
      const answered = new Promise<void>((resolve) => {
        socket.addEventListener('message', () => resolve(), { once: true });
      });
      socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
      return answered;
    },
    close: () => socket.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
