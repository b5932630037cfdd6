import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { visibleNodes } from '../state/deletions.ts';
import { texts } from '../state/language.ts';
import { askMore, isAsking, listing, moreFailed } from '../state/listing.ts';
import { isPhone } from '../state/screen.ts';
import { current, currentIndex, wantsRowFocus } from '../state/selection.ts';
import { Row } from './row.tsx';
import { useWindow } from './use-window.ts';

const ROW = 68;
const ROW_ON_PHONE = 80;
/** So early the next page is asked for that nobody sees the end. */
const AHEAD = 30;

/** Only the rows in sight are in the document, so that tens of thousands scroll like fifty. */
export function Rows() {
  const t = texts.value;
  const nodes = visibleNodes.value;
  const now = listing.value;
  const rowHeight = isPhone.value ? ROW_ON_PHONE : ROW;
  const viewport = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(viewport, {
    count: nodes.length,
    rowHeight,
    question: `${now?.domain} ${now?.search}`,
  });
  const at = currentIndex.value;

  useEffect(() => {
    if (last > nodes.length - AHEAD) void askMore();
  }, [last, nodes.length]);

  const isWanted = wantsRowFocus.value;
  useLayoutEffect(() => {
    if (!isWanted || (at === -1 && isAsking.peek())) return;
    wantsRowFocus.value = false;
    showRow(viewport.current, at, rowHeight);
  }, [isWanted, at, rowHeight]);

  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  // What has the focus stays, also out of sight.
  if (at !== -1 && at < nodes.length && (at < first || at >= last)) indexes.push(at);
  return (
    <div class="rows" ref={viewport}>
      <p class="hidden" id="list-hint">
        {t.listHint}
      </p>
      <ul
        aria-label={t.list}
        aria-describedby="list-hint"
        style={{ height: `${nodes.length * rowHeight}px` }}
      >
        {indexes.map((index) => {
          const node = nodes[index];
          if (!node) return null;
          const key = node.composite_id;
          return (
            <Row
              key={key}
              node={node}
              words={now?.search ?? ''}
              index={index}
              total={now?.cursor === undefined ? nodes.length : -1}
              top={index * rowHeight}
              height={rowHeight}
              isCurrent={key === current.value}
              isInTabOrder={index === (at === -1 ? first : at)}
              withDomain={now?.domain === null}
            />
          );
        })}
      </ul>
      {moreFailed.value && (
        <p class="rows-end" role="alert">
          {t.moreFailed}{' '}
          <button type="button" class="link-button" onClick={() => void askMore()}>
            {t.retry}
          </button>
        </p>
      )}
    </div>
  );
}

function showRow(viewport: HTMLElement | null, index: number, rowHeight: number): void {
  if (!viewport || index < 0) return;
  const top = index * rowHeight;
  const bottom = top + rowHeight - viewport.clientHeight;
  if (viewport.scrollTop > top) viewport.scrollTop = top;
  else if (viewport.scrollTop < bottom) viewport.scrollTop = bottom;
  viewport.querySelector<HTMLElement>('.row[data-current="true"]')?.focus({ preventScroll: true });
}
