import { eucKrBytes, segments } from '@jeonbo/core/text';
import type { SandboxMessage } from '../../../src/contract.ts';
import { byteLimit } from '../format/byte-limit.ts';
import { texts } from '../state/language.ts';
import { sizeOf } from './bubble.tsx';
import { CopyButton } from './copy-button.tsx';

export function Facts({ message }: { message: SandboxMessage }) {
  const t = texts.value;
  const facts: [string, string | null, 'copy'?][] = [
    [message.provider === 'kakao' ? t.sentBy : t.from, message.from, 'copy'],
    [t.to, message.name ? `${message.name} · ${message.to}` : message.to],
    [t.provider, `${t.providers[message.provider]} · ${kindOf(message)}`],
    [t.size, fullSizeOf(message)],
    [t.providerId[message.provider], message.providerId, 'copy'],
    [t.memberCode, message.memberCode, 'copy'],
    [t.messageId, String(message.id)],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([name, value, copy]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <span>{value}</span>
                {copy && <CopyButton text={value} label={`${name} ${t.copy}`} quiet />}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** A template by its own name: that it is KakaoTalk's, the provider says already. */
function kindOf({ kind, card }: SandboxMessage): string {
  return card === undefined ? kind : texts.value.cards[card.type];
}

/** With what it is measured against: the carrier's limit, or the alphabet that decides on the parts. */
function fullSizeOf(message: SandboxMessage): string {
  if (message.provider === 'twilio') {
    return message.kind === 'SMS'
      ? `${sizeOf(message)} · ${segments(message.text).encoding}`
      : sizeOf(message);
  }
  const limit = byteLimit[message.kind];
  return limit === null ? sizeOf(message) : texts.value.bytesOf(eucKrBytes(message.text), limit);
}
