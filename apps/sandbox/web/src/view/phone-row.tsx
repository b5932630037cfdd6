import { useEffect, useRef } from 'preact/hooks';
import type { SandboxMessage } from '../../../src/contract.ts';
import { excerpt } from '../format/highlight.ts';
import { shortTime, takenAt } from '../format/time.ts';
import { query } from '../state/criteria.ts';
import { language, texts } from '../state/language.ts';
import type { Phone } from '../state/phones.ts';
import { hrefOf, route } from '../state/route.ts';
import { focusChoice } from '../state/select.ts';
import { unread } from '../state/unread.ts';
import { Avatar } from './avatar.tsx';
import { follow } from './follow.ts';
import { Marked } from './marked.tsx';
import { StateMark } from './state-mark.tsx';

export function PhoneRow({ phone }: { phone: Phone }) {
  const t = texts.value;
  const { last, number, name } = phone;
  const open = route.value.phone === number;
  const fresh = unread.value.get(number) ?? 0;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!open) return;
    link.current?.scrollIntoView({ block: 'nearest' });
    if (focusChoice.value > 0) link.current?.focus({ preventScroll: true });
  }, [open, focusChoice.value]);
  return (
    <li>
      <a
        ref={link}
        class="phone-row"
        href={hrefOf(number)}
        aria-current={open ? 'true' : undefined}
        onClick={follow(number)}
      >
        <Avatar seed={number} name={name} provider={last.provider} />
        <span class="phone-row-text">
          <span class="phone-row-line">
            <strong>
              <Marked text={name ?? number} />
            </strong>
            <time dateTime={takenAt(last)}>
              {shortTime(language.value, takenAt(last), t.yesterday)}
            </time>
          </span>
          {name && name !== number && (
            <span class="phone-row-number">
              <Marked text={number} />
            </span>
          )}
          <span class="phone-row-line">
            <span class="phone-row-last">
              {last.state !== 'delivered' && <StateMark state={last.state} bare />}
              <Marked text={snippetOf(last)} />
            </span>
            {fresh > 0 && (
              <span class="badge">
                <span aria-hidden="true">{fresh > 99 ? '99+' : fresh}</span>
                <span class="hidden">{t.unread(fresh)}</span>
              </span>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}

/** The subject where there is one, unless the search is about the text. */
function snippetOf({ subject, text }: SandboxMessage): string {
  const words = query.value.trim();
  if (words === '' || subject?.includes(words)) return subject ?? text;
  return excerpt(text.replace(/\s+/g, ' '), words);
}
