import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../state/language.ts';

/** From so many characters or lines on a text is cut until one wants it whole. */
const LONG_TEXT = 360;
const LONG_LINES = 8;

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

export function Markdown({ text }: { text: string }) {
  const t = texts.value;
  useEffect(loadBody, []);
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > LONG_TEXT || text.split('\n').length > LONG_LINES;
  const loaded = body.value;
  return (
    <>
      <div class="markdown" data-cut={isLong && !isWhole} data-raw={loaded === null}>
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
