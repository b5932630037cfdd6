import { useEffect, useRef } from 'preact/hooks';
import type { SandboxMessage } from '../../../src/contract.ts';
import { type CardLink, cardLinks } from '../format/chat.ts';
import { linksIn } from '../format/parts.ts';
import { exchange, openMessage } from '../state/detail.ts';
import { texts } from '../state/language.ts';
import { openPhone } from '../state/phones.ts';
import { route, up } from '../state/route.ts';
import { isWide } from '../state/select.ts';
import { Text } from './bubble.tsx';
import { CopyButton } from './copy-button.tsx';
import { ExchangeView } from './exchange.tsx';
import { Facts } from './facts.tsx';
import { Icon } from './icons.tsx';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import { Webhooks } from './webhooks.tsx';

/** The right column: a message in detail, or else the phone at a glance. */
export function Detail() {
  const t = texts.value;
  const id = route.value.message;
  const message = openMessage.value;
  return (
    <aside class="detail" aria-label={id === null ? t.summary : t.detail} data-open={id !== null}>
      {id === null ? (
        openPhone.value && <Summary phone={openPhone.value} />
      ) : (
        <>
          <DetailHead />
          {message ? (
            <MessageDetail key={id} message={message} />
          ) : (
            <p class="hint">{exchange.value === 'missing' ? t.requestMissing : t.loading}</p>
          )}
        </>
      )}
    </aside>
  );
}

function DetailHead() {
  const t = texts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWide()) heading.current?.focus();
  }, []);
  return (
    <div class="detail-head">
      <button type="button" class="round back" aria-label={t.back} onClick={up}>
        <Icon name="back" />
      </button>
      <h2 tabIndex={-1} ref={heading}>
        {t.detail}
      </h2>
      <button type="button" class="round detail-close" aria-label={t.close} onClick={up}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function MessageDetail({ message }: { message: SandboxMessage }) {
  const t = texts.value;
  const plain = [...linksIn(message.text), ...message.media.flatMap(linksIn)];
  const links = [
    ...cardLinks(message.card),
    ...[...new Set(plain)].map((link) => ({ label: null, link })),
  ];
  const raw = exchange.value;
  return (
    <div class="detail-body">
      {typeof raw === 'object' && raw.fault && (
        <p class="fault">
          <Icon name="bolt" />
          <span>
            <strong>{t.fault}</strong>
            {raw.fault}
          </span>
        </p>
      )}
      {message.code && <Code label={t.code} code={message.code} />}
      <section>
        <h3>{t.delivery}</h3>
        <Timeline message={message} />
      </section>
      <Webhooks />
      <section>
        <div class="section-head">
          <h3>{t.message}</h3>
          <CopyButton text={message.text} />
        </div>
        <div class="full-text">
          {message.subject && <strong>{message.subject}</strong>}
          <Text message={message} />
        </div>
        {links.length > 0 && <Links links={links} />}
      </section>
      <section>
        <h3>{t.facts}</h3>
        <Facts message={message} />
      </section>
      {typeof raw === 'object' ? (
        <ExchangeView exchange={raw} />
      ) : (
        <p class="hint">{raw === 'missing' ? t.requestMissing : t.loading}</p>
      )}
    </div>
  );
}

export function Code({ label, code }: { label: string; code: string }) {
  return (
    <section class="code">
      <h3>{label}</h3>
      <output>{code}</output>
      <CopyButton text={code} label={texts.value.copyCode(code)} />
    </section>
  );
}

function Links({ links }: { links: readonly CardLink[] }) {
  return (
    <ul class="links" aria-label={texts.value.links}>
      {links.map(({ label, link }, index) => (
        <li key={`${index}${link}`}>
          <Icon name="link" />
          <span>
            {label && <small>{label}</small>}
            <a href={link} target="_blank" rel="noopener noreferrer nofollow">
              {link}
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}
