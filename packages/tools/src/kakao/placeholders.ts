import type { Issue } from '@jeonbo/core';

/**
 * `#{name}` is filled for each recipient where messages have variables. Here they have none, so it would reach people
 * as it stands.
 */
export function placeholdersIn(texts: readonly string[], field: string): Issue[] {
  const names = texts.flatMap((text) => text.match(/#\{[^{}]*\}/g) ?? []);
  if (names.length === 0) return [];
  const message = `Nothing fills ${[...new Set(names)].slice(0, 5).join(', ')} here: write the value itself.`;
  return [{ code: 'VALIDATION_ERROR', field, message }];
}
