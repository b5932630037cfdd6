import { createHash } from 'node:crypto';

/**
 * Ids are random and long, so a plain SHA-256 hides them, and finds them whatever keys are in JEONBO_SECRET_KEY. With
 * the kind in it, the same id under two kinds does not show.
 */
export function idHash(kind: string, id: string): string {
  return hash(['id', kind, id]);
}

export function nameHash(kind: string, name: string): string {
  return hash(['name', kind, name]);
}

export function groupHash(group: string): string {
  return hash(['group', group]);
}

/** As JSON, so that ["a", "bc"] and ["ab", "c"] differ. */
function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
