import { useState } from 'preact/hooks';
import { sampleBody, sampleCurl, sampleHeaders, samplePath, variables } from '../format/sample.ts';
import { dialog } from '../state/keys.ts';
import { texts } from '../state/language.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { ScrollingCode } from './scrolling-code.tsx';

/** How a newcomer gets the first message in. Alone on the empty page, or `within` a dialog. */
export function Guide({ within = false }: { within?: boolean }) {
  const t = texts.value;
  return (
    <div class="guide">
      {!within && <Waiting />}
      {!within && <h2>{t.emptyTitle}</h2>}
      <p class="lead">{t.emptyBody}</p>
      <ol class="steps">
        <li>
          <h3>{t.stepVariables}</h3>
          <p>{t.stepVariablesBody}</p>
          <Snippet label={t.stepVariables} text={variables(location.origin)} />
        </li>
        <li>
          <h3>{t.stepSend}</h3>
          <p>{t.stepSendBody}</p>
          <Snippet label={t.stepSend} text={sampleCurl(location.origin, t.sampleText)} />
          <SendNow />
        </li>
      </ol>
    </div>
  );
}

function Snippet({ label, text }: { label: string; text: string }) {
  return (
    <div class="snippet">
      <ScrollingCode label={label}>{text}</ScrollingCode>
      <CopyButton text={text} label={`${label}: ${texts.value.copy}`} quiet />
    </div>
  );
}

function SendNow() {
  const t = texts.value;
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async () => {
    setSending(true);
    const refused = await sendSample(t.sampleText);
    setRefusal(refused);
    setSending(false);
    if (refused === null) dialog.value = null;
  };
  return (
    <>
      <button type="button" class="button button-main" disabled={sending} onClick={send}>
        <Icon name="send" />
        {sending ? t.sending : t.sendNow}
      </button>
      {refusal !== null && (
        <p class="dialog-error" role="alert">
          {t.sendFailed(refusal)}
        </p>
      )}
    </>
  );
}

/** `null` when it was taken, else why not. */
async function sendSample(text: string): Promise<string | null> {
  try {
    const response = await fetch(samplePath, {
      method: 'POST',
      headers: sampleHeaders,
      body: JSON.stringify(sampleBody(text)),
    });
    return response.ok ? null : `${response.status} ${await response.text()}`.slice(0, 200);
  } catch (error) {
    return String(error);
  }
}

/** An app, a signal on its way, a phone. */
function Waiting() {
  return (
    <svg class="waiting" viewBox="0 0 220 120" aria-hidden="true" focusable="false">
      <path class="wire" d="M70 60h72" />
      <rect class="app-window" x="6" y="34" width="62" height="52" rx="9" />
      <path class="app-mark" d="m28 52-8 8 8 8M46 52l8 8-8 8" />
      <g class="signal">
        <circle cx="82" cy="60" r="3.5" />
        <rect x="90" y="56.5" width="13" height="7" rx="3.5" />
        <rect x="108" y="56.5" width="13" height="7" rx="3.5" />
        <circle cx="129" cy="60" r="3.5" />
      </g>
      <rect class="case" x="146" y="6" width="60" height="108" rx="14" />
      <rect class="glass" x="151" y="11" width="50" height="98" rx="10" />
      <rect class="line" x="158" y="34" width="30" height="14" rx="6" />
      <rect class="line" x="158" y="54" width="24" height="10" rx="5" />
      <rect class="line fresh" x="158" y="70" width="32" height="18" rx="7" />
    </svg>
  );
}
