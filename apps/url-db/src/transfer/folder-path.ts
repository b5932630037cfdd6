/** The attribute that says in which folders a bookmark lies: a path on each line, as one URL may lie in several. */
export const folderAttribute = { name: 'folder', type: 'markdown' } as const;

/**
 * A folder without a name counts as not there.
 *
 * @example folderPath(['일', 'A/S']) // '일/A\\/S'
 */
export function folderPath(names: readonly string[]): string {
  return names
    .map((name) => name.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean)
    .map((name) => name.replaceAll(/[\\/]/g, (special) => `\\${special}`))
    .join('/');
}

/** @example folderNames('일/A\\/S') // ['일', 'A/S'] */
export function folderNames(path: string): readonly string[] {
  return (path.match(/(?:[^\\/]|\\.?)+/g) ?? []).map((name) => name.replaceAll(/\\(.?)/g, '$1'));
}
