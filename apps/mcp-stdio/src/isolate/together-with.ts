import { type RuntimePermission, textOf } from './runtime-permission.ts';

/** What the server asks for and what options name, each once; of a path the option says how. */
export function togetherWith(
  own: readonly RuntimePermission[],
  named: readonly RuntimePermission[],
): readonly RuntimePermission[] {
  const byText = new Map<string, RuntimePermission>();
  for (const permission of [...own, ...named]) {
    const text = permission.kind === 'path' ? permission.path : textOf(permission);
    byText.set(`${permission.kind} ${text}`, permission);
  }
  return [...byText.values()];
}
