import { folderNames } from './folder-path.ts';

/** Which nodes lie in a folder, by id, and the folders in it, by their first node. */
export interface Folder {
  readonly ids: number[];
  readonly folders: Map<string, Folder>;
}

export function createFolder(): Folder {
  return { ids: [], folders: new Map() };
}

/** Puts a node into the folders of its paths, each on a line. */
export function putInto(root: Folder, id: number, paths: string | undefined): void {
  const named = paths?.split('\n').map(folderNames) ?? [];
  for (const names of named.length > 0 ? named : [[]]) {
    let folder = root;
    for (const name of names) {
      const inner = folder.folders.get(name) ?? createFolder();
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.ids.push(id);
  }
}
