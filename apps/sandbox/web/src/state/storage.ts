/** Small settings in localStorage; a browser that refuses storage just forgets them. */
export function load<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`jeonbo.${name}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function save(name: string, value: unknown): void {
  try {
    localStorage.setItem(`jeonbo.${name}`, JSON.stringify(value));
  } catch {
    // Storage is full or switched off: nothing is lost but the memory of it.
  }
}
