import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface SocketServer {
  readonly url: string;
  /** Requests whose head arrived. */
  count(): number;
  close(): Promise<void>;
}

/** A real server on a real socket that counts what reaches it; nothing between it and the client is simulated. */
export async function socketServer(handler: Handler): Promise<SocketServer> {
  let requests = 0;
  const server = createServer((request, response) => handler(request, response, ++requests));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Reads the whole request body, then cuts the connection: the message may have been sent. */
export const resetAfterReading: Handler = (request) => {
  request.resume().on('end', () => request.socket.resetAndDestroy());
};
