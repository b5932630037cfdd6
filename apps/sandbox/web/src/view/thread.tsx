import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SandboxMessage } from '../../../src/contract.ts';
import { isToSelf } from '../format/chat.ts';
import { dayKey, longDay, takenAt } from '../format/time.ts';
import { language, texts } from '../state/language.ts';
import { onScreen } from '../state/phones.ts';
import { route } from '../state/route.ts';
import { Bubble } from './bubble.tsx';
import { Icon } from './icons.tsx';
import { useGrowing } from './use-growing.ts';

const PAGE = 40;
/** This near to the end counts as reading along. */
const NEAR_END = 80;

export function Thread({ several }: { several: boolean }) {
  const t = texts.value;
  const all = onScreen.value;
  const chosen = all.findIndex(({ id }) => id === route.value.message);
  const { shown, atLeast, sentinel } = useGrowing<HTMLDivElement>(PAGE, all.length);
  const list = all.slice(-shown);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);

  useEffect(() => {
    if (chosen >= 0) atLeast(all.length - chosen);
  }, [chosen]);

  const newest = all.at(-1);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (newest) setBehind(true);
  }, [newest]);

  // An earlier page goes in above: what is read stays where it is on the screen.
  const height = useRef(0);
  useLayoutEffect(() => {
    if (box.current && !atEnd.current) {
      box.current.scrollTop += box.current.scrollHeight - height.current;
    }
  }, [shown]);
  useLayoutEffect(() => {
    height.current = box.current?.scrollHeight ?? 0;
  });

  // Images and fonts come late and make the list longer: still at its end then.
  const content = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!content.current) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setBehind(false);
  };
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current ?? document.body;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (atEnd.current) setBehind(false);
  };

  return (
    <div class="thread" ref={box} onScroll={onScroll}>
      {shown < all.length && (
        <div class="sentinel" ref={sentinel}>
          {t.earlier}
        </div>
      )}
      <ol ref={content}>
        {list.map((message, index) => (
          <Entry
            key={message.id}
            message={message}
            before={list[index - 1]}
            several={several}
            last={message === newest}
          />
        ))}
      </ol>
      {all.length === 0 && <p class="hint">{t.nothingFound}</p>}
      {behind && (
        <button type="button" class="new-below" onClick={toEnd}>
          <Icon name="down" />
          {t.newBelow}
        </button>
      )}
    </div>
  );
}

interface EntryProps {
  readonly message: SandboxMessage;
  readonly before: SandboxMessage | undefined;
  readonly several: boolean;
  readonly last: boolean;
}

function Entry({ message, before, several, last }: EntryProps) {
  const newDay = before === undefined || dayKey(takenAt(before)) !== dayKey(takenAt(message));
  const newSender = before?.from !== message.from;
  return (
    <li>
      {newDay && <p class="day">{longDay(language.value, takenAt(message))}</p>}
      {(newDay || newSender) && (
        <p
          class="from"
          data-alone={!several || undefined}
          data-side={isToSelf(message) ? 'own' : undefined}
        >
          {isToSelf(message) ? texts.value.ownChat : message.from}
        </p>
      )}
      <Bubble message={message} offerCode={last} />
    </li>
  );
}
