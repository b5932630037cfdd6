/** Beside what the key does; who hears the page is told by aria-keyshortcuts. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span class="key-hint" aria-hidden="true">
      <kbd>{name}</kbd>
    </span>
  );
}
