import { chatName } from '../format/chat.ts';
import { texts } from '../state/language.ts';
import type { Phone } from '../state/phones.ts';
import { Avatar } from './avatar.tsx';
import { CopyButton } from './copy-button.tsx';
import { Code } from './detail.tsx';
import { StateMark } from './state-mark.tsx';

const states = ['pending', 'sent', 'delivered', 'failed'] as const;

/** What one most often opens a phone for: its latest code, and whether things arrive. */
export function Summary({ phone }: { phone: Phone }) {
  const t = texts.value;
  const code = phone.messages.findLast((message) => message.code !== null)?.code;
  return (
    <div class="detail-body summary">
      <div class="summary-owner">
        <Avatar seed={phone.number} name={phone.name} />
        <strong>{phone.name ?? phone.number}</strong>
        <span class="summary-number">
          {phone.name !== phone.number && phone.name && phone.number}
          <CopyButton text={phone.number} label={t.copyNumber} quiet />
        </span>
      </div>
      {code && <Code label={t.lastCode} code={code} />}
      <section>
        <h3>{t.outcomes}</h3>
        <ul class="outcomes">
          {states.map((state) => (
            <li key={state}>
              <b>{phone.messages.filter((message) => message.state === state).length}</b>
              <StateMark state={state} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.senders}</h3>
        <ul class="sender-list">
          {phone.senders.slice(0, 8).map((sender) => (
            <li key={sender}>
              <span>{chatName(sender, phone, t)}</span>
              <span>
                {t.messageCount(phone.messages.filter(({ from }) => from === sender).length)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p class="summary-hint">{t.pickMessage}</p>
    </div>
  );
}
