const translated = new Map<string, { readonly text: string; readonly name: string }>();

/** `?` to the `$1`, `$2`, … of PostgreSQL, and a name to prepare it under. Our SQL has no other question mark. */
export function sqlText(sql: string): { readonly text: string; readonly name: string } {
  const known = translated.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
  const made = { text, name: `url_db_${translated.size}` };
  translated.set(sql, made);
  return made;
}
