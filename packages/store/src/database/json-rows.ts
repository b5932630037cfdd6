/**
 * Many rows as one value, for `FROM json_each(?)`: SQLite and PostgreSQL both read an object that way, and `->>` takes
 * the fields out. The statement's text stays the same for one row and for a thousand.
 *
 * @example query("SELECT value->>'name' AS name FROM json_each(?)", [jsonRows([{ name: 'a' }, { name: 'b' }])])
 */
export function jsonRows(
  rows: readonly Readonly<Record<string, string | number | null>>[],
): string {
  return JSON.stringify({ ...rows });
}
