import type { ComponentChildren } from 'preact';

/** Code in a box of limited height that the keyboard can scroll too. */
export function ScrollingCode({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: Safari scrolls by keyboard only what has the focus
    <section class="scrolling-code" tabIndex={0} aria-label={label}>
      <pre>
        <code>{children}</code>
      </pre>
    </section>
  );
}
