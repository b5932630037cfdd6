import { useEffect, useState } from 'preact/hooks';
import { chatName } from '../format/chat.ts';
import { clock } from '../format/time.ts';
import { language, texts } from '../state/language.ts';
import { onScreen, type Phone, thread } from '../state/phones.ts';
import { Avatar } from './avatar.tsx';
import { Thread } from './thread.tsx';

/** The phone itself; a narrow screen is one already, so there only its contents show. */
export function Device({ phone }: { phone: Phone }) {
  const sender = thread.value ?? phone.last.from;
  const kakao = onScreen.value.length > 0 && onScreen.value.every(({ kind }) => kind === 'KAKAO');
  return (
    <div class="device">
      <div class="screen" data-skin={kakao ? 'kakao' : 'messages'}>
        <StatusBar />
        <div class="sender">
          <Avatar
            seed={sender}
            name={kakao ? sender : null}
            provider={kakao ? 'kakao' : phone.last.provider}
          />
          <strong>{chatName(sender, phone, texts.value)}</strong>
          {phone.senders.length > 1 && <Senders phone={phone} />}
        </div>
        <Thread key={thread.value ?? ''} several={phone.senders.length > 1} />
        <i class="home" />
      </div>
    </div>
  );
}

function Senders({ phone }: { phone: Phone }) {
  const t = texts.value;
  return (
    <fieldset class="senders">
      <legend class="hidden">{t.senders}</legend>
      {[null, ...phone.senders].map((each) => (
        <button
          key={each ?? ''}
          type="button"
          aria-pressed={thread.value === each}
          onClick={() => {
            thread.value = each;
          }}
        >
          {each === null ? t.allSenders : chatName(each, phone, t)}
        </button>
      ))}
    </fieldset>
  );
}

function StatusBar() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="status-bar" aria-hidden="true">
      <span>{clock(language.value, now).replace(/[^\d:]/g, '')}</span>
      <i class="camera" />
      <svg viewBox="0 0 66 14" aria-hidden="true" focusable="false">
        <rect x="0" y="9" width="3" height="4" rx="1" />
        <rect x="5" y="6.5" width="3" height="6.5" rx="1" />
        <rect x="10" y="4" width="3" height="9" rx="1" />
        <rect x="15" y="1" width="3" height="12" rx="1" />
        <path d="M31 12.6 33.2 10a3.3 3.3 0 0 0-4.4 0zM27 7.9l1.3 1.5a4.3 4.3 0 0 1 5.4 0L35 7.9a6.3 6.3 0 0 0-8 0zM24.3 4.7l1.3 1.6a8.4 8.4 0 0 1 10.8 0l1.3-1.6a10.4 10.4 0 0 0-13.4 0z" />
        <rect class="battery" x="43.5" y="1.5" width="19" height="11" rx="3.5" />
        <rect x="45" y="3" width="13" height="8" rx="2.2" />
        <rect x="63.5" y="5" width="1.6" height="4" rx=".8" />
      </svg>
    </div>
  );
}
