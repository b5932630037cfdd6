/** The data of each server-sent event, as chat completions use them: one line an event, `[DONE]` at the end. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split(/\r\n|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) yield* dataOf(line);
  }
  yield* dataOf(rest);
}

function* dataOf(line: string): Generator<string> {
  if (line.startsWith('data:')) yield line.slice('data:'.length).trim();
}
