import type { IncomingMessage } from 'node:http';
import { invalid } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { problems } from '../schemas/problems.ts';

/** Bytes that a request may have: an image of 10 MB in base64, and what is around it. */
export const maximumBodyBytes = 16 * 1024 * 1024;

/**
 * Reads a request's JSON, whatever its Content-Type calls it; no body counts as an empty object.
 *
 * @throws UrlDbError `PAYLOAD_TOO_LARGE` as soon as it is known to be; the rest is not kept
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length']) > maximumBodyBytes) throw tooLarge(request);
  const bytes = await collect(request);
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalid('body', problems.notJson);
  }
}

function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (error?: UrlDbError) => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (error) reject(error);
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    };
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > maximumBodyBytes) settle(tooLarge(request));
      else chunks.push(chunk);
    };
    const onEnd = () => settle();
    const onClose = () => settle(invalid('body', problems.notJson));
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

/** What is still coming is thrown away, so that the answer is not lost in a reset. */
function tooLarge(request: IncomingMessage): UrlDbError {
  request.resume();
  return new UrlDbError('PAYLOAD_TOO_LARGE', { facts: { max_bytes: maximumBodyBytes } });
}
