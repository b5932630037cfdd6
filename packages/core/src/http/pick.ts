/**
 * What stands at a path in parsed JSON; `undefined` where the way there is missing.
 *
 * @example pick({ data: { id: 7 } }, 'data', 'id') // 7
 */
export function pick(json: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined,
    json,
  );
}
