import { eucKrBytes, segments } from '@jeonbo/core/text';
import { useEffect, useRef } from 'preact/hooks';
import type { SandboxMessage } from '../../../src/contract.ts';
import { isToSelf } from '../format/chat.ts';
import { partsOf } from '../format/parts.ts';
import { clock, takenAt } from '../format/time.ts';
import { language, texts } from '../state/language.ts';
import { hrefOf, route } from '../state/route.ts';
import { Card } from './card.tsx';
import { CopyButton } from './copy-button.tsx';
import { follow } from './follow.ts';
import { Marked } from './marked.tsx';
import { Media } from './media.tsx';
import { StateMark } from './state-mark.tsx';

/** One message as the phone shows it, and under it what a developer wants to know at a glance. */
export function Bubble({ message, offerCode }: { message: SandboxMessage; offerCode: boolean }) {
  const t = texts.value;
  const chosen = route.value.message === message.id;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (chosen) link.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <article
      class="entry"
      data-message={message.id}
      data-side={isToSelf(message) ? 'own' : undefined}
    >
      <a
        ref={link}
        class="bubble"
        draggable={false}
        href={hrefOf(message.to, message.id)}
        data-state={message.state}
        data-kind={message.kind}
        aria-current={chosen ? 'true' : undefined}
        onClick={follow(message.to, message.id)}
      >
        {message.card ? <Card card={message.card} /> : <Plain message={message} />}
      </a>
      {offerCode && message.code && (
        <CopyButton text={message.code} label={t.copyCode(message.code)} />
      )}
      <p class="meta">
        <time dateTime={takenAt(message)}>{clock(language.value, takenAt(message))}</time>
        <span class="kind" data-kind={message.kind}>
          {message.kind}
        </span>
        <span>{sizeOf(message)}</span>
        <StateMark state={message.state} />
      </p>
      {message.reason && <p class="reason">{message.reason}</p>}
    </article>
  );
}

function Plain({ message }: { message: SandboxMessage }) {
  return (
    <>
      <Media addresses={message.media} />
      {message.subject && (
        <strong class="subject">
          <Marked text={message.subject} />
        </strong>
      )}
      <Text message={message} />
    </>
  );
}

export function Text({ message }: { message: SandboxMessage }) {
  return (
    <span class="text">
      {partsOf(message.text, message.code).map((part, index) =>
        part.kind === 'text' ? (
          <Marked key={`${index}${part.text}`} text={part.text} />
        ) : (
          <u key={`${index}${part.text}`}>
            <Marked text={part.text} />
          </u>
        ),
      )}
    </span>
  );
}

/** Korean carriers count bytes, Twilio the parts of an SMS; an MMS of Twilio's and KakaoTalk are of one piece. */
export function sizeOf({ kind, provider, text }: SandboxMessage): string {
  const t = texts.value;
  if (provider === 'twilio' && kind === 'SMS') return t.segments(segments(text).segments);
  return provider === 'baas' ? t.bytes(eucKrBytes(text)) : t.characters([...text].length);
}
