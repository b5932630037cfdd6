import type { IncomingMessage } from 'node:http';
import { isJsonContentType } from '@modelcontextprotocol/server';
import { Refusal } from './refusal.ts';

/** Bytes that a request may have. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Reads a request's JSON.
 *
 * @throws Refusal 413 as soon as it is known to be too large; the rest is not kept
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (!isJsonContentType(request.headers['content-type'])) throw refuse(request, 415, 'mediaType');
  if (Number(request.headers['content-length']) > maxBodyBytes) throw tooLarge(request);
  const text = (await collectBody(request, maxBodyBytes)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'notJson', { code: -32_700 });
  }
}

/** @throws Refusal 413 as soon as there is more than `limit` bytes */
export function collectBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (result: Refusal | undefined) => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (result) reject(result);
      else resolve(Buffer.concat(chunks));
    };
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) settle(tooLarge(request));
      else chunks.push(chunk);
    };
    const onEnd = () => settle(undefined);
    const onClose = () => settle(new Refusal(400, 'cutOff'));
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function tooLarge(request: IncomingMessage): Refusal {
  return refuse(request, 413, 'tooLarge');
}

/** What is still coming is thrown away, so that the answer is not lost in a reset; then the connection ends. */
function refuse(request: IncomingMessage, status: number, text: 'tooLarge' | 'mediaType'): Refusal {
  request.resume();
  const headers = { connection: 'close' };
  return new Refusal(status, text, { values: { limit: maxBodyBytes }, headers });
}
