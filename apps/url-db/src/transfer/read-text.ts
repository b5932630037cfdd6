import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** What is not UTF-8: Korean tables of spreadsheets often are in CP949. */
export class NotUtf8Error extends Error {}

/**
 * The text of a file, or of a pipe, in pieces.
 *
 * @param onBytes told how many were read
 * @throws NotUtf8Error rather than to store characters that nobody wrote
 */
export async function* readText(
  source: string | Readable,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = typeof source === 'string' ? createReadStream(source) : source;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    onBytes(chunk.length);
    yield decode(() => decoder.decode(chunk, { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function decode(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    throw new NotUtf8Error('not UTF-8', { cause });
  }
}
