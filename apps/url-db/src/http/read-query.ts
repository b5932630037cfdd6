import type { Detail } from '../errors/url-db-error.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { problems } from '../schemas/problems.ts';

export type FieldKind = 'number' | 'boolean' | 'text';

/**
 * What stands behind the `?`, each field as its schema has it. What does not look like its kind stays text, for the
 * schema to refuse.
 *
 * @throws UrlDbError `VALIDATION_ERROR` for a field that stands twice
 */
export function readQuery(
  query: string,
  kinds: ReadonlyMap<string, FieldKind>,
): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  const details: Detail[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (fields.has(name)) details.push({ field: name, message: problems.repeated });
    fields.set(name, asKind(value, kinds.get(name) ?? 'text'));
  }
  if (details.length > 0) throw new UrlDbError('VALIDATION_ERROR', { details });
  return Object.fromEntries(fields);
}

/** @example asKind('20', 'number') // 20 */
export function asKind(value: string, kind: FieldKind): unknown {
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)) return Number(value);
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
