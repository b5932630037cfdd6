import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows that are drawn beyond the window, at least. */
const AROUND = 8;
/** The window moves by so many rows at a time, so that most scrolling draws nothing anew. */
const STEP = 4;
/** Before it is measured. */
const FIRST_ROWS = 20;

interface LongList {
  readonly count: number;
  /** All rows have the same. */
  readonly rowHeight: number;
  /** What the list is of; another one begins at its top. */
  readonly question: string;
}

/**
 * Which rows of a long list stand in the window, with some around it. A list that goes out of sight, as on a phone while
 * a node is open, comes back where it was.
 */
export function useWindow(viewport: RefObject<HTMLElement | null>, list: LongList) {
  const { count, rowHeight, question } = list;
  const [place, setPlace] = useState({ first: 0, last: FIRST_ROWS });
  const kept = useRef(0);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return;
    const measure = () => {
      if (element.clientHeight === 0) return;
      kept.current = element.scrollTop;
      const above = Math.floor(kept.current / rowHeight / STEP) * STEP;
      const shown = Math.ceil(element.clientHeight / rowHeight) + STEP;
      const next = { first: Math.max(0, above - AROUND), last: above + shown + AROUND };
      setPlace((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    element.scrollTop = kept.current;
    measure();
    const sizes = new ResizeObserver(() => {
      if (element.clientHeight > 0 && element.scrollTop !== kept.current)
        element.scrollTop = kept.current;
      measure();
    });
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
      kept.current = 0;
    };
  }, [viewport, rowHeight, question]);

  const first = Math.max(0, Math.min(place.first, count - (place.last - place.first)));
  return { first, last: Math.min(place.last, count) };
}
