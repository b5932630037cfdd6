/** Small settings of the browser; one that refuses storage just forgets them. */
export function load(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(`url-db.${name}`);
  } catch {
    return null;
  }
}

export function save(storage: () => Storage, name: string, value: string): void {
  try {
    storage().setItem(`url-db.${name}`, value);
  } catch {
    // Storage is full or switched off: nothing is lost but the memory of it.
  }
}
