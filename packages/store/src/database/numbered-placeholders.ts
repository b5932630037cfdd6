/** `?` to the `$1`, `$2`, … of PostgreSQL. Our SQL has no other question mark. */
export function numberedPlaceholders(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
}
