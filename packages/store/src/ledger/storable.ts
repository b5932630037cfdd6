/** PostgreSQL takes neither NUL nor half a surrogate pair; no reader misses them. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
