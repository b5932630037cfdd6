import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const OVERSCAN = 8;

/** Which rows of a long list stand in the window, with some around it. All rows have the same height. */
export function useWindow(
  viewport: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
) {
  const [{ top, height }, setPlace] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const measure = () => {
      // On a phone the list is out of sight while a node is open; it comes back where it was.
      if (element.clientHeight > 0)
        setPlace({ top: element.scrollTop, height: element.clientHeight });
    };
    let kept = 0;
    const remember = () => {
      if (element.clientHeight > 0) kept = element.scrollTop;
      measure();
    };
    const sizes = new ResizeObserver(() => {
      if (element.clientHeight > 0 && element.scrollTop !== kept) element.scrollTop = kept;
      measure();
    });
    sizes.observe(element);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', remember);
    };
  }, [viewport]);
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + OVERSCAN);
  return { first, last };
}
