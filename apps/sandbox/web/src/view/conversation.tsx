import { useEffect, useRef } from 'preact/hooks';
import { filtering, showAll } from '../state/criteria.ts';
import { texts } from '../state/language.ts';
import { onScreen, openPhone, type Phone, thread } from '../state/phones.ts';
import { route, up } from '../state/route.ts';
import { isWide } from '../state/select.ts';
import { CopyButton } from './copy-button.tsx';
import { Device } from './device.tsx';
import { Icon } from './icons.tsx';

export function Conversation() {
  const t = texts.value;
  const { phone: number } = route.value;
  const phone = openPhone.value;
  const label = t.conversation(phone?.name ?? number ?? '');
  return (
    <section class="conversation" aria-label={number === null ? t.phones : label}>
      {number === null ? (
        <p class="hint">{t.pickPhone}</p>
      ) : (
        <>
          <Owner number={number} phone={phone} />
          {phone ? (
            <>
              <FilterNote phone={phone} />
              <Device key={number} phone={phone} />
            </>
          ) : (
            <p class="hint">{t.unknownPhone}</p>
          )}
        </>
      )}
    </section>
  );
}

/** Whose phone this is. On a narrow screen also the way back, and where the focus lands. */
function Owner({ number, phone }: { number: string; phone: Phone | null }) {
  const t = texts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWide() && route.peek().message === null) heading.current?.focus();
  }, [number]);
  return (
    <div class="owner">
      <button type="button" class="round back" aria-label={t.back} onClick={up}>
        <Icon name="back" />
      </button>
      <div class="owner-text">
        <h2 tabIndex={-1} ref={heading}>
          {phone?.name ?? number}
        </h2>
        <span>
          {phone?.name && phone.name !== number && `${number} · `}
          {t.messageCount(phone?.messages.length ?? 0)}
        </span>
      </div>
      <CopyButton text={number} label={t.copyNumber} quiet />
    </div>
  );
}

function FilterNote({ phone }: { phone: Phone }) {
  const t = texts.value;
  if (!filtering.value) return null;
  const all =
    thread.value === null
      ? phone.messages.length
      : phone.messages.filter(({ from }) => from === thread.value).length;
  if (onScreen.value.length === all) return null;
  return (
    <p class="filter-note">
      <span>{t.filtered(onScreen.value.length, all)}</span>
      <button type="button" class="link-button" onClick={showAll}>
        {t.showAll}
      </button>
    </p>
  );
}
