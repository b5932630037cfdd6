import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../state/language.ts';

type Body = typeof import('./markdown-body.tsx').MarkdownBody;

const body = signal<{ readonly Body: Body } | null>(null);

/** Comes with the first text that needs it. Until then, or where it cannot come, one reads the text as it was written. */
function loadBody(): void {
  if (body.peek()) return;
  import('./markdown-body.tsx').then(
    ({ MarkdownBody }) => {
      body.value = { Body: MarkdownBody };
    },
    () => undefined,
  );
}

/** A text that is longer than the style sheet grants is cut until one wants it whole. */
export function Markdown({ text }: { text: string }) {
  const t = texts.value;
  useEffect(loadBody, []);
  const loaded = body.value;
  const [isWhole, setWhole] = useState(false);
  const [isLong, setLong] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = element.current;
    if (!shown || isWhole) return;
    const measure = () => setLong(shown.scrollHeight > shown.clientHeight);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(shown);
    return () => sizes.disconnect();
  }, [text, loaded, isWhole]);
  return (
    <>
      <div
        ref={element}
        class="markdown"
        data-raw={loaded === null}
        data-whole={isWhole}
        data-cut={isLong && !isWhole}
      >
        {loaded === null ? text : <loaded.Body text={text} />}
      </div>
      {isLong && (
        <button
          type="button"
          class="link-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t.showLess : t.showAll}
        </button>
      )}
    </>
  );
}
