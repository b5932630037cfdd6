import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Shows a long list a page at a time: another page whenever the sentinel at its end comes near. */
export function useGrowing<E extends Element>(
  page: number,
  total: number,
): { shown: number; atLeast: (wanted: number) => void; sentinel: RefObject<E | null> } {
  const [shown, setShown] = useState(page);
  const sentinel = useRef<E>(null);
  const more = shown < total;
  useEffect(() => {
    const target = sentinel.current;
    if (!target || !more) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setShown((count) => count + page);
      },
      { rootMargin: '400px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
    // Observed anew after each page: an observer is silent while its target stays in view.
  }, [more, page, shown]);
  const atLeast = (wanted: number) => {
    if (wanted > shown) setShown(Math.ceil(wanted / page) * page);
  };
  return { shown, atLeast, sentinel };
}
