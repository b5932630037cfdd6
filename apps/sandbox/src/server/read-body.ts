import type { IncomingMessage } from 'node:http';

/** A thousand recipients with long codes are 300 kB; a snapshot is put back in one request too. */
export const mostBytes = 64 * 1024 * 1024;
/** For everything but a snapshot. */
export const mostRequestBytes = 2 * 1024 * 1024;

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The body may have ${limit} bytes at most.`);
  }
}

export async function readBody(message: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end all the same: a client that is still writing would see a reset, not the answer.
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limit) throw new BodyTooLarge(limit);
  return Buffer.concat(chunks).toString('utf8');
}
