/** Lines without their ends. Node's readline also breaks at U+2028, which JSON may hold. */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  const parts: string[] = [];
  for await (const chunk of text) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      parts.push(chunk.slice(from, end));
      from = end + 1;
      yield parts.join('');
      parts.length = 0;
    }
    // Joined once at the end of the line, which may have an image of 10 MB.
    if (from < chunk.length) parts.push(chunk.slice(from));
  }
  if (parts.length > 0) yield parts.join('');
}
